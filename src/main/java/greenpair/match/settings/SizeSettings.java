package greenpair.match.settings;

import module java.base;

import greenpair.catalog.value.Attributes.Size;
import greenpair.catalog.value.Rule;
import greenpair.config.Settings;
import org.jspecify.annotations.Nullable;

/// How the size of a past project is compared with that of a need: `sizes` of `ranking.yaml`.
///
/// @param least ratio from which a past project counts its floor
/// @param floor share of such a project
/// @param unknown share of a past project whose size cannot be compared with that of the need
/// @param units by lower-case word
/// @param trial amount, by quantity in its unit of factor 1, below which a project is a trial
public record SizeSettings(
    @Rule.Range(min = 0.000001, max = 1) double least,
    double floor,
    double unknown,
    Map<String, Unit> units,
    Map<String, Double> trial) {
  /// A unit of measure.
  ///
  /// @param quantity what it measures, such as `power`: only units of one quantity are compared
  /// @param factor to the unit of factor 1 of that quantity
  public record Unit(String quantity, double factor) {}

  private static final double LARGEST_FACTOR = 1e12;

  static SizeSettings read(Settings of) {
    Settings quantities = of.child("units");
    Map<String, Unit> units = new HashMap<>();
    for (String quantity : quantities.keys()) {
      Settings factors = quantities.child(quantity);
      for (String word : factors.keys()) {
        double factor = factors.number(word, 1 / LARGEST_FACTOR, LARGEST_FACTOR);
        units.put(word.toLowerCase(Locale.ROOT), new Unit(quantity, factor));
      }
    }
    Map<String, Double> trial =
        of.each("trial", (all, quantity) -> all.number(quantity, 0, LARGEST_FACTOR));
    return of.record(SizeSettings.class, Map.of("units", units, "trial", trial));
  }

  /// Whether a past project is so small that it only tried something out.
  ///
  /// @param done its sizes; the first in a known unit counts
  public boolean isTrial(List<Size> done) {
    for (Size size : done) {
      Optional<Unit> unit = unit(size.unit());
      if (unit.isPresent()) {
        double amount = size.value() * unit.get().factor;
        return amount < trial.getOrDefault(unit.get().quantity, 0.0);
      }
    }
    return false;
  }

  /// The size of what was done divided by the size of what is wanted, above 0; empty if one of them
  /// is unknown or they measure different things.
  ///
  /// @param done its sizes; the first that can be compared counts
  public OptionalDouble ratio(List<Size> done, @Nullable Size wanted) {
    Unit other = wanted == null ? null : unit(wanted.unit()).orElse(null);
    if (wanted != null && other != null) {
      for (Size size : done) {
        Unit one = unit(size.unit()).orElse(null);
        if (one != null && one.quantity.equals(other.quantity)) {
          return OptionalDouble.of(size.value() * one.factor / (wanted.value() * other.factor));
        }
      }
    }
    return OptionalDouble.empty();
  }

  /// The share that a project counts by its size: 1 from the wanted size, less in proportion to the
  /// logarithm of the ratio, which gives 0 at the least ratio, and at least the floor.
  public double share(double ratio) {
    return Math.max(floor, 1 - Math.log(Math.min(1, ratio)) / Math.log(least));
  }

  /// The longest known unit with which a text begins, such as `MW` in "MW (up to)".
  public Optional<Unit> unit(String text) {
    String rest = text.toLowerCase(Locale.ROOT).strip();
    while (!rest.isEmpty()) {
      Unit unit = units.get(rest);
      if (unit != null) {
        return Optional.of(unit);
      }
      rest = rest.substring(0, Math.max(0, rest.lastIndexOf(' '))).strip();
    }
    return Optional.empty();
  }
}
