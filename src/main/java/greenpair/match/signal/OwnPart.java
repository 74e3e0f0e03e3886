package greenpair.match.signal;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.match.settings.CaseSettings;
import org.jspecify.annotations.Nullable;

/// The part of a candidate in a past project, seen from a need. A project with four makers proves
/// each of them by its own part only.
///
/// @param result how it went for this part; null if unknown
/// @param isSilent whether the result is unknown and that of another part is not
public record OwnPart(Duty duty, Deployment.@Nullable Success result, boolean isSilent) {
  /// What a role is worth for a need.
  public enum Duty {
    /// Such a role can deliver what the need buys.
    DELIVERS,
    UNKNOWN,
    /// It delivers nothing itself: neither its role nor the size of a project is asked.
    NONE,
    /// It took part in a role that cannot deliver it, such as that of an evaluator.
    OTHER
  }

  /// That of a candidate that delivers nothing itself, such as a financier.
  static final OwnPart NONE = new OwnPart(Duty.NONE, null, false);

  /// The part of a candidate: of a firm, its roles there or, if they are unknown, its usual ones.
  ///
  /// @param deliver roles that can deliver the need; empty if any can
  static OwnPart of(Precedent precedent, Candidate candidate, Set<Deployment.Role> deliver) {
    if (!(candidate.traits() instanceof Traits.OfFirm firm)) {
      return NONE;
    }
    EntryId id = candidate.id();
    Set<Deployment.Role> roles = EnumSet.noneOf(Deployment.Role.class);
    Deployment.Success result = null;
    boolean delivered = false;
    for (Precedent.Part each : precedent.parts()) {
      if (each.firm().equals(id)) {
        boolean delivers = deliver.contains(each.role());
        // The result of a part that delivers counts before that of another.
        result = result == null || (delivers && !delivered) ? each.result() : result;
        delivered |= delivers;
        roles.add(each.role());
      }
    }
    boolean isSilent =
        result == null && precedent.parts().stream().anyMatch(each -> each.result() != null);
    return new OwnPart(
        duty(roles.isEmpty() ? firm.roles() : List.copyOf(roles), deliver), result, isSilent);
  }

  private static Duty duty(List<Deployment.Role> roles, Set<Deployment.Role> deliver) {
    if (roles.isEmpty()) {
      return Duty.UNKNOWN;
    }
    return deliver.isEmpty() || !Collections.disjoint(roles, deliver) ? Duty.DELIVERS : Duty.OTHER;
  }

  public boolean wentWell() {
    return result == Deployment.Success.GOOD;
  }

  /// Whether it went badly for the candidate, so that it counts against it.
  public boolean wentWrong() {
    return result == Deployment.Success.POOR || result == Deployment.Success.STOPPED;
  }

  /// A weight with the part taken into account, in [0, 1].
  ///
  /// @param isRoleAsked whether the need says what it buys, so that an unknown role proves less
  double apply(double weight, boolean isRoleAsked, CaseSettings cases) {
    double share =
        switch (duty) {
          case DELIVERS, NONE -> 1;
          case UNKNOWN -> isRoleAsked ? cases.unknownRole() : 1;
          case OTHER -> cases.otherRole();
        };
    double known = isSilent ? share * cases.unknownResult() : share;
    double times =
        result == null
            ? 1
            : switch (result) {
              case GOOD -> cases.good();
              case MIXED -> cases.mixed();
              case POOR, STOPPED -> 0;
            };
    return 1 - Math.pow(1 - weight * known, times);
  }
}
