package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.FieldTable;
import greenpair.catalog.value.Rule;
import greenpair.config.Settings;
import greenpair.index.contract.Precedent;
import greenpair.index.generation.RegistryPast;

/// How presence, nearness and activity are measured: `places` of `ranking.yaml`, see
/// [PastWork][greenpair.match.signal.PastWork].
///
/// @param fading of a case with age
/// @param newest year from which ages count at most: the last one that a registry knows
/// @param nearnessKm distance at which a case counts half
/// @param regionKm distance assumed within a region if a place is unknown
/// @param halfCases recent cases at which presence reaches half
/// @param seat what a firm's seat counts beside a case of this year for nearness
/// @param pending what one counts that is not done yet, by its status
public record PlaceSettings(
    ExponentialDecay fading,
    int newest,
    @Rule.Range(min = 1, max = 20_000) double nearnessKm,
    @Rule.Range(max = 20_000) double regionKm,
    @Rule.Range(min = 0.1, max = 1000) double halfCases,
    double seat,
    Map<Deployment.Status, Double> pending) {
  private static final List<Deployment.Status> PENDING =
      List.of(Deployment.Status.BUILDING, Deployment.Status.APPROVED, Deployment.Status.PLANNED);

  /// How much a deployment counts as work of the firm there, in [0, 1]: all when it is proven, a
  /// part while it is only approved, being built or planned, nothing if nothing came of it.
  public double share(Precedent precedent) {
    if (precedent.proves()) {
      return 1;
    }
    Deployment.Status status = precedent.status();
    return status == null ? 0 : pending.getOrDefault(status, 0.0);
  }

  /// The same as the past of a generation has it.
  PlaceSettings with(RegistryPast past) {
    Map<Deployment.Status, Double> shares = new EnumMap<>(pending);
    if (past.countsPermits()) {
      shares.put(Deployment.Status.BUILDING, 1.0);
      shares.put(Deployment.Status.APPROVED, 1.0);
    }
    int year = past.newest() == null ? newest : past.newest();
    return FieldTable.with(
        this, Map.of("fading", fading.times(past.fading()), "newest", year, "pending", shares));
  }

  /// The year from which ages count.
  public int from(int asOf) {
    return Math.min(asOf, newest);
  }

  public double saturate(double cases) {
    return cases / (cases + halfCases);
  }

  /// What a case counts by its distance, in (0, 1]: 1 / (1 + (km / L)^2).
  ///
  /// @param half L, the distance at which it counts half
  public static double decay(double kilometres, double half) {
    double ratio = kilometres / half;
    return 1 / (1 + ratio * ratio);
  }

  static PlaceSettings read(Settings of) {
    return of.record(
        PlaceSettings.class,
        Map.of(
            "fading",
            new ExponentialDecay(of.number("half_life", 1, 1000)),
            "newest",
            Integer.MAX_VALUE,
            "pending",
            of.numbers("pending", PENDING, 0, 1)));
  }
}
