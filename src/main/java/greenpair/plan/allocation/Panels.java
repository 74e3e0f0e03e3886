package greenpair.plan.allocation;

import java.util.List;

/// The conditions of a plan that experts have besides those of every partner.
///
/// @param limits of the experts of a city, each city once at most
/// @param conflicts of interest between an expert and a partner that could be on the same list
public record Panels(List<Requirement.Panel> limits, List<Requirement.Independent> conflicts) {
  /// Without experts.
  public static final Panels NONE = new Panels(List.of(), List.of());

  public Panels {
    limits = List.copyOf(limits);
    conflicts = List.copyOf(conflicts);
    for (Requirement.Panel each : limits) {
      if (each.most() < 1) {
        throw new IllegalArgumentException(
            "the panel of %s must be an integer of at least 1, but was %s"
                .formatted(each.city(), each.most()));
      }
    }
  }
}
