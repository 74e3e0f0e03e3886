package greenpair.pages.city;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.YearColumns;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts of the checked, completed cases of the catalog: by year and grade, and by instrument of
/// finance. Amounts are not added: most sources state them in words, over different periods.
///
/// @param cases checked deployments of grade A, B or C that are not known to be unfinished
/// @param undated of these, those without a year
/// @param financed of these, those that state an instrument
/// @param instruments most frequent first
public record CaseFigures(
    YearColumns years, int cases, int undated, int financed, List<Used> instruments) {
  private static final int BLOCK = 1_000;

  /// An instrument and the number of cases that used it; a case may use several.
  public record Used(Code instrument, int cases) {}

  static CaseFigures of(Snapshot snapshot) {
    TreeMap<Integer, Map<Grade, Integer>> years = new TreeMap<>();
    Map<Code, Integer> used = new TreeMap<>(Comparator.comparing(Code::value));
    int cases = 0;
    int undated = 0;
    int financed = 0;
    long all = snapshot.manifest().count(Kind.DEPLOYMENT);
    for (int from = 0; from < all; from += BLOCK) {
      for (Entry each : snapshot.entries(Kind.DEPLOYMENT, from, BLOCK)) {
        Deployment deployment = (Deployment) each;
        boolean isDone = deployment.status() == null || deployment.status().isBuilt();
        if (!isDone || !deployment.verified() || !deployment.grade().proves()) {
          continue;
        }
        cases++;
        Integer year = deployment.end() == null ? deployment.start() : deployment.end();
        if (year == null) {
          undated++;
        } else {
          years
              .computeIfAbsent(year, absent -> new EnumMap<>(Grade.class))
              .merge(deployment.grade(), 1, Integer::sum);
        }
        financed += deployment.instruments().isEmpty() ? 0 : 1;
        deployment.instruments().stream()
            .distinct()
            .forEach(code -> used.merge(code, 1, Integer::sum));
      }
    }
    List<Used> instruments =
        used.entrySet().stream()
            .map(each -> new Used(each.getKey(), each.getValue()))
            .sorted(Comparator.comparingInt((Used each) -> -each.cases()))
            .toList();
    return new CaseFigures(YearColumns.of(years), cases, undated, financed, instruments);
  }
}
