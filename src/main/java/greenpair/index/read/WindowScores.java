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
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Ranks hits by sums of maxima of sums, such as the words as they are written or as another
/// language says them. Lucene cannot skip there and goes through such a query document by document;
/// this goes through a window of documents term by term, which is plain arithmetic over arrays.
/// Scores are those of a search. For use by one thread.
final class WindowScores {
  private static final int WINDOW = 1 << 12;

  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final Map<Query, Float> clauses;
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

  /// @param clauses of the sum with their weights
  WindowScores(LiveSearcher searcher, Deadline deadline, Map<Query, Float> clauses) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.clauses = clauses;
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
    double[] sums = new double[WINDOW];
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      List<Node> nodes = new ArrayList<>();
      for (Map.Entry<Query, Float> clause : clauses.entrySet()) {
        nodes.add(node(clause.getKey(), clause.getValue(), leaf));
      }
      FixedBitSet docs = hits[leaf.ord];
      LeafCollector collector = into.getLeafCollector(leaf);
      Score score = new Score();
      collector.setScorer(score);
      for (int from = 0; from < docs.length(); from += WINDOW) {
        deadline.check();
        int to = Math.min(docs.length(), from + WINDOW);
        Arrays.fill(sums, 0);
        for (Node node : nodes) {
          node.add(from, to, sums);
        }
        for (int doc = next(docs, from, to); doc < to; doc = next(docs, doc + 1, to)) {
          score.value = (float) sums[doc - from];
          if (score.value >= score.least) {
            collector.collect(doc);
          }
        }
      }
      collector.finish();
    }
  }

  private static int next(FixedBitSet docs, int from, int to) {
    return from < to ? docs.nextSetBit(from, to) : to;
  }

  private Node node(Query query, float weight, LeafReaderContext leaf) throws IOException {
    return switch (query) {
      case BoostQuery boost -> node(boost.getQuery(), weight * boost.getBoost(), leaf);
      case DisjunctionMaxQuery max -> {
        List<Node> nodes = new ArrayList<>();
        for (Query each : max.getDisjuncts()) {
          nodes.add(node(each, weight, leaf));
        }
        yield new Max(nodes, max.getTieBreakerMultiplier());
      }
      case BooleanQuery any -> {
        List<Node> nodes = new ArrayList<>();
        for (BooleanClause each : any.clauses()) {
          nodes.add(node(each.query(), weight, leaf));
        }
        yield new Sum(nodes, any.getMinimumNumberShouldMatch());
      }
      default ->
          new Leaf(
              searcher
                  .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, weight)
                  .scorer(leaf));
    };
  }

  /// Scores of the documents of a window; what does not match has 0.
  private interface Node {
    /// Adds the scores to others.
    void add(int from, int to, double[] sums) throws IOException;

    /// Puts in the scores where they are greater.
    void raise(int from, int to, double[] most) throws IOException;
  }

  private final class Leaf implements Node {
    private final @Nullable Scorer scorer;

    Leaf(@Nullable Scorer scorer) {
      this.scorer = scorer;
    }

    /// Whether there is a next lot of documents.
    private boolean read(Scorer from, int to) throws IOException {
      from.nextDocsAndScores(to, null, buffer);
      return buffer.size > 0;
    }

    private @Nullable Scorer at(int from) throws IOException {
      if (scorer != null && scorer.docID() < from) {
        scorer.iterator().advance(from);
      }
      return scorer;
    }

    @Override
    public void add(int from, int to, double[] sums) throws IOException {
      Scorer its = at(from);
      while (its != null && read(its, to)) {
        for (int i = 0; i < buffer.size; i++) {
          sums[buffer.docs[i] - from] += buffer.features[i];
        }
      }
    }

    @Override
    public void raise(int from, int to, double[] most) throws IOException {
      Scorer its = at(from);
      while (its != null && read(its, to)) {
        for (int i = 0; i < buffer.size; i++) {
          int at = buffer.docs[i] - from;
          most[at] = Math.max(most[at], buffer.features[i]);
        }
      }
    }
  }

  /// What has scores of its own before they go into others, rounded as Lucene rounds them.
  private abstract static class Inner implements Node {
    private final double[] own = new double[WINDOW];

    abstract void score(int from, int to, double[] scores) throws IOException;

    @Override
    public void add(int from, int to, double[] sums) throws IOException {
      Arrays.fill(own, 0);
      score(from, to, own);
      for (int i = 0; i < WINDOW; i++) {
        sums[i] += (float) own[i];
      }
    }

    @Override
    public void raise(int from, int to, double[] most) throws IOException {
      Arrays.fill(own, 0);
      score(from, to, own);
      for (int i = 0; i < WINDOW; i++) {
        most[i] = Math.max(most[i], (float) own[i]);
      }
    }
  }

  /// A sum of which at least so many addends must be there.
  private static final class Sum extends Inner {
    private final List<Node> nodes;
    private final int least;

    Sum(List<Node> nodes, int least) {
      this.nodes = nodes;
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
      byte[] counts = new byte[WINDOW];
      double[] one = new double[WINDOW];
      for (Node each : nodes) {
        Arrays.fill(one, 0);
        each.add(from, to, one);
        for (int i = 0; i < WINDOW; i++) {
          counts[i] += (byte) (one[i] > 0 ? 1 : 0);
          scores[i] += one[i];
        }
      }
      for (int i = 0; i < WINDOW; i++) {
        scores[i] = counts[i] < least ? 0 : scores[i];
      }
    }
  }

  /// The greatest, and a share of the others.
  private static final class Max extends Inner {
    private final List<Node> nodes;
    private final float share;

    Max(List<Node> nodes, float share) {
      this.nodes = nodes;
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
      double[] one = new double[WINDOW];
      double[] all = new double[WINDOW];
      for (Node each : nodes) {
        Arrays.fill(one, 0);
        each.add(from, to, one);
        for (int i = 0; i < WINDOW; i++) {
          all[i] += one[i];
          scores[i] = Math.max(scores[i], one[i]);
        }
      }
      for (int i = 0; i < WINDOW; i++) {
        scores[i] += (all[i] - scores[i]) * share;
      }
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
