package greenpair.index.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// Ranks hits by sums of maxima of sums, such as words as written or as translated. Lucene cannot
/// skip in such a query and evaluates it document by document; this class evaluates a window of
/// documents term by term, with plain arithmetic over arrays. Scores equal those of a search. For
/// use by one thread.
final class WindowScores {
  private static final int WINDOW = 1 << 12;

  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final Map<Query, Float> clauses;
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
  private final Scratch scratch;

  /// @param clauses of the sum with their weights
  WindowScores(LiveSearcher searcher, Deadline deadline, Map<Query, Float> clauses) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.clauses = clauses;
    this.scratch = new Scratch(Math.min(WINDOW, searcher.getIndexReader().maxDoc()));
  }

  /// Whether a clause is more than a term or a set of documents.
  static boolean areFor(Map<Query, Float> clauses) {
    return clauses.keySet().stream()
        .anyMatch(each -> each instanceof DisjunctionMaxQuery || each instanceof BooleanQuery);
  }

  /// Collects the hits with their scores.
  ///
  /// @param hits by segment
  void rank(FixedBitSet[] hits, TopDocsCollector<?> into) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      List<Node> nodes = new ArrayList<>();
      for (Map.Entry<Query, Float> clause : clauses.entrySet()) {
        add(clause.getKey(), clause.getValue(), leaf, nodes);
      }
      FixedBitSet docs = hits[leaf.ord];
      LeafCollector collector = into.getLeafCollector(leaf);
      Score score = new Score();
      collector.setScorer(score);
      for (int from = 0; from < docs.length(); from += WINDOW) {
        deadline.check();
        int to = Math.min(docs.length(), from + WINDOW);
        double[] sums = scratch.take(to - from);
        for (Node node : nodes) {
          node.add(from, to, sums);
        }
        for (int doc = next(docs, from, to); doc < to; doc = next(docs, doc + 1, to)) {
          score.value = (float) sums[doc - from];
          if (score.value >= score.least) {
            collector.collect(doc);
          }
        }
        scratch.giveBack();
      }
      collector.finish();
    }
  }

  private static int next(FixedBitSet docs, int from, int to) {
    return from < to ? docs.nextSetBit(from, to) : to;
  }

  /// Adds the scorers of the segment; clauses without matches in it are omitted.
  private void add(Query query, float weight, LeafReaderContext leaf, List<Node> into)
      throws IOException {
    switch (query) {
      case BoostQuery boost -> add(boost.getQuery(), weight * boost.getBoost(), leaf, into);
      case DisjunctionMaxQuery max -> {
        List<Node> nodes = new ArrayList<>();
        for (Query each : max.getDisjuncts()) {
          add(each, weight, leaf, nodes);
        }
        if (!nodes.isEmpty()) {
          into.add(new Max(nodes, max.getTieBreakerMultiplier()));
        }
      }
      case BooleanQuery any -> {
        List<Node> nodes = new ArrayList<>();
        for (BooleanClause each : any.clauses()) {
          add(each.query(), weight, leaf, nodes);
        }
        if (nodes.size() >= Math.max(1, any.getMinimumNumberShouldMatch())) {
          into.add(new Sum(nodes, any.getMinimumNumberShouldMatch()));
        }
      }
      default -> {
        Weight its = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, weight);
        Scorer scorer = its.scorer(leaf);
        if (scorer != null) {
          into.add(new Leaf(scorer));
        }
      }
    }
  }

  /// Scores of the documents of a window; 0 for documents that do not match.
  private interface Node {
    /// The first matching document at or after the given one; must be called in ascending order.
    int first(int from) throws IOException;

    /// Adds the scores to others.
    void add(int from, int to, double[] sums) throws IOException;

    /// Replaces scores by greater ones.
    void raise(int from, int to, double[] most) throws IOException;
  }

  private final class Leaf implements Node {
    private final Scorer scorer;

    Leaf(Scorer scorer) {
      this.scorer = scorer;
    }

    @Override
    public int first(int from) throws IOException {
      return scorer.docID() < from ? scorer.iterator().advance(from) : scorer.docID();
    }

    /// Whether there is another batch of documents.
    private boolean read(int to) throws IOException {
      scorer.nextDocsAndScores(to, null, buffer);
      return buffer.size > 0;
    }

    @Override
    public void add(int from, int to, double[] sums) throws IOException {
      if (first(from) < to) {
        while (read(to)) {
          for (int i = 0; i < buffer.size; i++) {
            sums[buffer.docs[i] - from] += buffer.features[i];
          }
        }
      }
    }

    @Override
    public void raise(int from, int to, double[] most) throws IOException {
      if (first(from) < to) {
        while (read(to)) {
          for (int i = 0; i < buffer.size; i++) {
            int at = buffer.docs[i] - from;
            most[at] = Math.max(most[at], buffer.features[i]);
          }
        }
      }
    }
  }

  /// A node whose scores are rounded as in Lucene before they are added to others.
  private abstract class Inner implements Node {
    final List<Node> nodes;

    Inner(List<Node> nodes) {
      this.nodes = nodes;
    }

    abstract void score(int from, int to, double[] scores) throws IOException;

    @Override
    public int first(int from) throws IOException {
      int first = DocIdSetIterator.NO_MORE_DOCS;
      for (Node each : nodes) {
        first = Math.min(first, each.first(from));
      }
      return first;
    }

    @Override
    public void add(int from, int to, double[] sums) throws IOException {
      if (first(from) < to) {
        double[] own = scratch.take(to - from);
        score(from, to, own);
        for (int i = 0; i < to - from; i++) {
          sums[i] += (float) own[i];
        }
        scratch.giveBack();
      }
    }

    @Override
    public void raise(int from, int to, double[] most) throws IOException {
      if (first(from) < to) {
        double[] own = scratch.take(to - from);
        score(from, to, own);
        for (int i = 0; i < to - from; i++) {
          most[i] = Math.max(most[i], (float) own[i]);
        }
        scratch.giveBack();
      }
    }
  }

  /// A sum that requires a minimum number of addends.
  private final class Sum extends Inner {
    private final int least;

    Sum(List<Node> nodes, int least) {
      super(nodes);
      this.least = least;
    }

    @Override
    void score(int from, int to, double[] scores) throws IOException {
      if (least <= 1) {
        for (Node each : nodes) {
          each.add(from, to, scores);
        }
        return;
      }
      int length = to - from;
      double[] counts = scratch.take(length);
      for (Node each : nodes) {
        double[] one = scratch.take(length);
        each.add(from, to, one);
        for (int i = 0; i < length; i++) {
          counts[i] += one[i] > 0 ? 1 : 0;
          scores[i] += one[i];
        }
        scratch.giveBack();
      }
      for (int i = 0; i < length; i++) {
        scores[i] = counts[i] < least ? 0 : scores[i];
      }
      scratch.giveBack();
    }
  }

  /// The maximum, plus a share of the others.
  private final class Max extends Inner {
    private final float share;

    Max(List<Node> nodes, float share) {
      super(nodes);
      this.share = share;
    }

    @Override
    void score(int from, int to, double[] scores) throws IOException {
      if (share == 0) {
        for (Node each : nodes) {
          each.raise(from, to, scores);
        }
        return;
      }
      int length = to - from;
      double[] all = scratch.take(length);
      for (Node each : nodes) {
        double[] one = scratch.take(length);
        each.add(from, to, one);
        for (int i = 0; i < length; i++) {
          all[i] += one[i];
          scores[i] = Math.max(scores[i], one[i]);
        }
        scratch.giveBack();
      }
      for (int i = 0; i < length; i++) {
        scores[i] += (all[i] - scores[i]) * share;
      }
      scratch.giveBack();
    }
  }

  /// A stack of arrays with a value for each document of a window; their number depends on the
  /// depth of the query, not on its width.
  private static final class Scratch {
    private final int size;
    private final List<double[]> arrays = new ArrayList<>();
    private int taken;

    Scratch(int size) {
      this.size = size;
    }

    /// The next array, whose first values are 0.
    double[] take(int length) {
      if (taken == arrays.size()) {
        arrays.add(new double[size]);
      }
      double[] next = arrays.get(taken++);
      Arrays.fill(next, 0, length, 0);
      return next;
    }

    void giveBack() {
      taken--;
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
