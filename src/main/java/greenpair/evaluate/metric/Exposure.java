package greenpair.evaluate.metric;

import greenpair.catalog.value.Nearest;
import greenpair.evaluate.trec.TrecRun;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How evenly a run spreads the first k places over the catalog.
///
/// With `x(1) <= ... <= x(n)`, how often each of the n documents of the catalog is in a top k list:
///
/// ```
/// Gini     = sum over i = 1..n of (2i - n - 1) * x(i)  /  (n * sum of x)
/// coverage = share of the n documents with x > 0
/// ```
///
/// Gini is in [0, 1 - 1/n]: 0 if all documents are shown equally often (also if none is shown),
/// near 1 if a few documents take all places. Coverage is in [0,1]. Sources: Gini 1912, as used for
/// recommenders by Fleder and Hosanagar 2009, "Blockbuster culture's next rise or fall", Management
/// Science 55(5); Ge, Delgado-Battenfeld and Jannach 2010, "Beyond accuracy", RecSys, for coverage.
///
/// @param cut k, from 1
/// @param counts how often each document of the catalog is in a top k list, in order of ids
public record Exposure(int cut, Map<String, Integer> counts) {
  public Exposure {
    MetricParser.checkCut(cut);
    if (counts.isEmpty()) {
      throw new IllegalArgumentException("a catalog must have at least one document, but has none");
    }
    counts.forEach(
        (doc, count) -> {
          if (count < 0) {
            throw new IllegalArgumentException(
                "a count must be at least 0, but was " + count + " for \"" + doc + "\"");
          }
        });
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /// Counts the first `cut` places of every topic.
  ///
  /// @throws IllegalArgumentException if the run shows a document that the catalog does not have
  public static Exposure of(TrecRun run, int cut, Set<String> catalog) {
    Map<String, Integer> counts = new TreeMap<>();
    catalog.forEach(doc -> counts.put(doc, 0));
    for (String topic : run.topics().keySet()) {
      List<String> ranking = run.ranking(topic);
      for (String doc : ranking.subList(0, Math.min(cut, ranking.size()))) {
        if (!catalog.contains(doc)) {
          throw new IllegalArgumentException(
              ("a run must show documents of the catalog, but has \"%s\" in topic \"%s\"%s; give"
                      + " the catalog that the run was made with")
                  .formatted(doc, topic, Nearest.hint(doc, catalog)));
        }
        counts.merge(doc, 1, Integer::sum);
      }
    }
    return new Exposure(cut, counts);
  }

  /// The Gini coefficient, in [0, 1 - 1/n].
  public double gini() {
    List<Integer> sorted = counts.values().stream().sorted().toList();
    int n = sorted.size();
    double weighted = 0;
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      weighted += (2.0 * i - n - 1) * sorted.get(i - 1);
      sum += sorted.get(i - 1);
    }
    return sum == 0 ? 0 : weighted / (n * sum);
  }

  /// Catalog coverage: the share of the catalog that is shown at least once, in [0,1].
  public double coverage() {
    return (double) counts.values().stream().filter(count -> count > 0).count() / counts.size();
  }
}
