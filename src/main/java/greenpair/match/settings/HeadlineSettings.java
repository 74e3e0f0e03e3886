package greenpair.match.settings;

import greenpair.catalog.Code;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Rule;
import greenpair.config.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which past projects may stand in the first sentence of a recommendation: `headline` of
/// `ranking.yaml`. The others are background.
///
/// @param oldest years
/// @param oldestOf years for single fields, by code; the longest listed prefix decides
/// @param likeness least similarity of the cities, in [0, 1]
/// @param alike similarity of the cities below which a reason states it, in [0, 1]
/// @param size least share of the wanted size, in [0, 1]
/// @param coverage least share of the technologies of a need that a firm offers, in [0, 1], by the
///     grade of a case that does not state how its own part went
public record HeadlineSettings(
    @Rule.Range(min = 1, max = 100) int oldest,
    Map<String, Integer> oldestOf,
    double likeness,
    double alike,
    double size,
    Map<Grade, Double> coverage) {
  static HeadlineSettings read(Settings of) {
    Settings fields = of.child("oldest_of");
    Map<String, Integer> oldestOf = new HashMap<>();
    for (Code code : fields.codeKeys()) {
      oldestOf.put(code.value(), fields.whole(code.value(), 1, 100));
    }
    return of.record(
        HeadlineSettings.class,
        Map.of(
            "oldest_of",
            oldestOf,
            "coverage",
            of.numbers("coverage", List.of(Grade.A, Grade.B, Grade.C), 0, 1)));
  }

  /// Years after which a past project is too old for what is asked first.
  public int oldest(List<Code> wanted) {
    for (Code code = wanted.isEmpty() ? null : wanted.getFirst(); code != null; ) {
      Integer years = oldestOf.get(code.value());
      if (years != null) {
        return years;
      }
      int end = code.value().lastIndexOf('.');
      code = end < 0 ? null : new Code(code.value().substring(0, end));
    }
    return oldest;
  }
}
