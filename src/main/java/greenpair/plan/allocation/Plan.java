package greenpair.plan.allocation;

import java.util.List;

/// Which partners are on which lists.
///
/// @param places in order of need, kind and supplier
/// @param millionths total fit
/// @param bound no plan that keeps all conditions has a larger total, in millionths
/// @param proven whether none has, after what is kept of an earlier plan
public record Plan(List<Fit> places, long millionths, long bound, boolean proven) {
  public Plan {
    places = places.stream().sorted(AllocationProblem.ORDER).toList();
    if (bound < millionths) {
      throw new IllegalArgumentException(
          "a bound must not be below the total " + millionths + ", but was " + bound);
    }
  }

  static Plan of(List<Fit> places, long bound, boolean proven) {
    long total = total(places);
    return new Plan(places, total, Math.max(total, bound), proven);
  }

  static long total(List<Fit> places) {
    return places.stream().mapToLong(Fit::millionths).sum();
  }

  /// The largest possible gain of a better plan, as a share of this one, from 0.
  public double gap() {
    return millionths == 0 ? (bound == 0 ? 0 : 1) : (double) (bound - millionths) / millionths;
  }
}
