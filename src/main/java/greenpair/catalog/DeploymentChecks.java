package greenpair.catalog;

import module java.base;

import greenpair.catalog.Deployment.Party;
import greenpair.catalog.Deployment.Status;
import greenpair.catalog.Deployment.Success;
import greenpair.catalog.value.InvalidException;
import org.jspecify.annotations.Nullable;

/// What the parts of a deployment must not say beside each other. Each check throws an
/// [InvalidException].
final class DeploymentChecks {
  private static final Set<Status> NOT_BEGUN =
      EnumSet.of(Status.PLANNED, Status.APPROVED, Status.REFUSED, Status.EXPIRED);

  private DeploymentChecks() {}

  /// What is operating, and what came of it, no source can say that is older than the start.
  static void sources(
      List<Provenance> sources,
      @Nullable Integer start,
      @Nullable Status status,
      List<Party> parties,
      List<Result> results) {
    Map<String, Boolean> happened =
        Map.of(
            "status", status != null && status.isBuilt(),
            "parties", parties.stream().anyMatch(p -> p.result() != null && p.source() == null),
            "results", results.stream().anyMatch(each -> each.basis() != Result.Basis.EXPECTED));
    happened.forEach(
        (field, isSo) -> {
          List<Provenance> own = Provenance.of(field, sources);
          if (isSo
              && start != null
              && !own.isEmpty()
              && own.stream().allMatch(each -> each.isBefore(start))) {
            throw new InvalidException("deployment_source", "field", field, "start", start);
          }
        });
  }

  /// If the shares sum to less than 100, the rest belongs to owners that are not named.
  static void shares(List<Party> parties) {
    List<Double> shares = parties.stream().map(Party::share).filter(Objects::nonNull).toList();
    double sum = shares.stream().mapToDouble(each -> each).sum();
    if (sum > 100 + Party.ROUNDING * shares.size() + 1e-9) {
      throw new InvalidException(
          "deployment_shares",
          "sum",
          BigDecimal.valueOf(sum).stripTrailingZeros().toPlainString(),
          "count",
          shares.size());
    }
  }

  /// A part of work that never began went neither well nor badly. Of work that failed, a part may
  /// have gone well. What went well says how.
  static void results(List<Party> parties, @Nullable Status status, @Nullable Text outcome) {
    Map<List<?>, Success> results = new HashMap<>();
    for (Party party : parties) {
      Success result = party.result();
      if (result == null) {
        continue;
      }
      if (status != null && NOT_BEGUN.contains(status) && result != Success.STOPPED) {
        throw new InvalidException(
            "parties_begun", "status", status.word(), "result", result.word());
      }
      if (result == Success.GOOD
          && party.figure() == null
          && party.outcome() == null
          && outcome == null) {
        throw new InvalidException(
            "parties_outcome", "firm", party.firm(), "role", party.role().word());
      }
      Success other =
          results.putIfAbsent(List.of(party.firm(), party.role(), party.technologies()), result);
      if (other != null && other != result) {
        throw new InvalidException(
            "parties_once",
            "firm",
            party.firm(),
            "role",
            party.role().word(),
            "one",
            other.word(),
            "other",
            result.word());
      }
    }
  }
}
