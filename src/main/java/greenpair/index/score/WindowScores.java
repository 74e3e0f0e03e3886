package greenpair.index.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.util.FixedBitSet;

/// Ranks hits by a sum of terms and of maxima of sums, such as words as written or as translated.
/// Lucene cannot skip in such maxima, and visits documents that the query matches and that are no
/// hits. This class evaluates a window of documents clause by clause, first those that score most
/// for each document that they match, with arithmetic over arrays. A hit that can no longer be
/// among the first, whatever the remaining clauses add, is dropped; when few are left, clauses are
/// evaluated for these documents only (MaxScore: Turtle and Flood 1995). Scores equal those of a
/// search. For use by one thread.
public final class WindowScores {
  private static final int WINDOW = 1 << 12;

  /// Up to this many documents of a window are evaluated one by one.
  private static final int SINGLE = 24;

  /// The same if a clause matches this many times as many: filters leave few of its documents.
  private static final int FEW = 8;

  /// Tolerance for rounding differences between sums in different orders.
  private static final double ROUNDING = 1e-6;

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

  public void rank(FixedBitSet[] hits, TopDocsCollector<?> into) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      List<WindowNodes.Node> addends = new ArrayList<>();
      for (Map.Entry<Query, Float> clause : clauses.entrySet()) {
        addends.addAll(nodes.of(clause.getKey(), clause.getValue(), leaf));
      }
      // Rare words first: they take little time, and the others then matter for few documents.
      addends.sort(Comparator.comparingDouble((WindowNodes.Node each) -> -each.most / each.cost));
      LeafCollector collector = into.getLeafCollector(leaf);
      Score score = new Score();
      collector.setScorer(score);
      Some some = new Some(hits[leaf.ord], addends, score);
      for (int from = 0; from < hits[leaf.ord].length(); from += WINDOW) {
        check.run();
        some.collect(from, collector);
      }
      collector.finish();
    }
  }

  /// Hits of a window that may still be among the first.
  private final class Some {
    private final FixedBitSet hits;
    private final List<WindowNodes.Node> addends;
    private final Score score;

    /// The most that the addends from each place on can add.
    private final double[] rest;

    private final int[] docs;
    private int count;

    Some(FixedBitSet hits, List<WindowNodes.Node> addends, Score score) {
      this.hits = hits;
      this.addends = addends;
      this.score = score;
      this.docs = new int[Math.min(WINDOW, hits.length())];
      this.rest = new double[addends.size() + 1];
      for (int i = addends.size() - 1; i >= 0; i--) {
        rest[i] = rest[i + 1] + addends.get(i).most;
      }
    }

    void collect(int from, LeafCollector into) throws IOException {
      int to = Math.min(hits.length(), from + WINDOW);
      count = hits.intoArray(from, to, 0, docs);
      if (count == 0) {
        return;
      }
      double[] sums = nodes.take(to - from);
      for (int i = 0; i < addends.size() && count > 0; i++) {
        add(addends.get(i), from, to, sums);
        // Before, even a document without a score may still be among the first.
        if (rest[i + 1] + ROUNDING < score.least) {
          keep(score.least - rest[i + 1] - ROUNDING, from, sums);
        }
      }
      for (int i = 0; i < count; i++) {
        score.value = (float) sums[docs[i] - from];
        if (score.value >= score.least) {
          into.collect(docs[i]);
        }
      }
      nodes.giveBack();
    }

    private void add(WindowNodes.Node node, int from, int to, double[] sums) throws IOException {
      if (count > SINGLE && count * (long) FEW * hits.length() > node.cost * (to - from)) {
        node.add(from, to, sums);
        return;
      }
      double[] one = nodes.take(1);
      for (int i = 0; i < count; i++) {
        one[0] = 0;
        node.add(docs[i], docs[i] + 1, one);
        sums[docs[i] - from] += one[0];
      }
      nodes.giveBack();
    }

    private void keep(double least, int from, double[] sums) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int doc = docs[i];
        // No branch, because it would be mispredicted.
        docs[kept] = doc;
        kept += sums[doc - from] >= least ? 1 : 0;
      }
      count = kept;
    }
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
