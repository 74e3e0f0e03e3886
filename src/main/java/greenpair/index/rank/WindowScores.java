package greenpair.index.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.util.FixedBitSet;

/// Ranks hits by sums of maxima of sums, such as words as written or as translated. Lucene cannot
/// skip in such a query and evaluates it document by document; this class evaluates a window of
/// documents term by term, with plain arithmetic over arrays. Scores equal those of a search. For
/// use by one thread.
public final class WindowScores {
  private static final int WINDOW = 1 << 12;

  private final IndexSearcher searcher;
  private final Runnable check;
  private final Map<Query, Float> clauses;
  private final WindowNodes nodes;

  /// @param clauses of the sum with their weights
  public WindowScores(IndexSearcher searcher, Runnable check, Map<Query, Float> clauses) {
    this.searcher = searcher;
    this.check = check;
    this.clauses = clauses;
    this.nodes = new WindowNodes(searcher, Math.min(WINDOW, searcher.getIndexReader().maxDoc()));
  }

  /// Whether a clause is more than a term or a set of documents.
  public static boolean areFor(Map<Query, Float> clauses) {
    return clauses.keySet().stream()
        .anyMatch(each -> each instanceof DisjunctionMaxQuery || each instanceof BooleanQuery);
  }

  /// Collects the hits with their scores.
  ///
  /// @param hits by segment
  public void rank(FixedBitSet[] hits, TopDocsCollector<?> into) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      List<WindowNodes.Node> addends = new ArrayList<>();
      for (Map.Entry<Query, Float> clause : clauses.entrySet()) {
        addends.addAll(nodes.of(clause.getKey(), clause.getValue(), leaf));
      }
      FixedBitSet docs = hits[leaf.ord];
      LeafCollector collector = into.getLeafCollector(leaf);
      Score score = new Score();
      collector.setScorer(score);
      for (int from = 0; from < docs.length(); from += WINDOW) {
        check.run();
        int to = Math.min(docs.length(), from + WINDOW);
        double[] sums = nodes.take(to - from);
        for (WindowNodes.Node each : addends) {
          each.add(from, to, sums);
        }
        for (int doc = next(docs, from, to); doc < to; doc = next(docs, doc + 1, to)) {
          score.value = (float) sums[doc - from];
          if (score.value >= score.least) {
            collector.collect(doc);
          }
        }
        nodes.giveBack();
      }
      collector.finish();
    }
  }

  private static int next(FixedBitSet docs, int from, int to) {
    return from < to ? docs.nextSetBit(from, to) : to;
  }

  private static final class Score extends Scorable {
    private float value;
    private float least;

    @Override
    public float score() {
      return value;
    }

    @Override
    public void setMinCompetitiveScore(float minimum) {
      least = minimum;
    }
  }
}
