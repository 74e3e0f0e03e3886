package greenpair.match;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.value.Sector;
import greenpair.match.settings.Savings;
import org.jspecify.annotations.Nullable;

/// What solutions would cut in a city, in t CO2e a year:
///
/// effect = emissions of the sector x reach x reduction
///
/// Emissions are from the city's inventory; reach is an assumed share of them (`savings.yaml`);
/// reduction is the share of what it reaches that a solution cuts, at most 1, as its entry states
/// or as [Savings] gives it at the city's grid. Formula and range: `docs/scoring.md`.
///
/// @param reach in (0, 1]
/// @param ranked the greatest low end first, then by id
/// @param unknown number of solutions whose effect here is unknown
public record Effects(double reach, List<Effect> ranked, int unknown) {
  /// The effect of a solution in t CO2e a year; below 0 where it emits more.
  ///
  /// @param assumption null if the entry states the reduction
  public record Effect(
      EntryId solution,
      Text name,
      Sector sector,
      double low,
      double high,
      @Nullable Text assumption) {}

  public Effects {
    ranked = List.copyOf(ranked);
  }

  /// A number as it is shown: two significant digits, since the inputs have no more.
  public static double rounded(double tonnes) {
    return BigDecimal.valueOf(tonnes)
        .round(new MathContext(2, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  /// Ranks the solutions for a city.
  static Effects of(City city, List<Solution> solutions, Savings savings) {
    Double grid = city.grid() == null ? null : city.grid().factor();
    List<Effect> known = new ArrayList<>();
    for (Solution solution : solutions) {
      Solution.Effect stated = solution.effect();
      Savings.Reduction reduction =
          stated != null
              ? new Savings.Reduction(stated.sector(), stated.min(), stated.max(), null)
              : savings.reduction(solution.technologies(), grid).orElse(null);
      Double emissions =
          reduction == null || city.emissions() == null
              ? null
              : city.emissions().of(reduction.sector());
      if (reduction != null && emissions != null) {
        double reached = emissions * savings.reach();
        known.add(
            new Effect(
                solution.id(),
                solution.name(),
                reduction.sector(),
                reached * reduction.min(),
                reached * reduction.max(),
                reduction.assumption()));
      }
    }
    known.sort(Comparator.comparingDouble(Effect::low).reversed().thenComparing(Effect::solution));
    return new Effects(savings.reach(), known, solutions.size() - known.size());
  }
}
