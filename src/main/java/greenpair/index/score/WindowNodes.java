package greenpair.index.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/// Builds trees from queries: terms and sets of documents are leaves, sums and maxima are inner
/// nodes. A node scores a window of documents at a time. For use by one thread.
final class WindowNodes {
  private final IndexSearcher searcher;
  private final int size;
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

  /// A stack of arrays with a value for each document of a window; their number depends on the
  /// depth of the query, not on its width.
  private final List<double[]> arrays = new ArrayList<>();

  private int taken;

  /// @param size maximum length of a window
  WindowNodes(IndexSearcher searcher, int size) {
    this.searcher = searcher;
    this.size = size;
  }

  /// Scores of the documents of a window; 0 for documents that do not match.
  abstract static class Node {
    /// The highest score that it gives to any document.
    final double most;

    /// How many documents it may match in the segment.
    final long cost;

    Node(double most, long cost) {
      this.most = most;
      this.cost = cost;
    }

    /// The first matching document at or after the given one; must be called in ascending order.
    abstract int first(int from) throws IOException;

    /// Adds the scores to others.
    abstract void add(int from, int to, double[] sums) throws IOException;

    /// Replaces scores by greater ones.
    abstract void raise(int from, int to, double[] most) throws IOException;
  }

  /// The node of a query in the segment; empty if nothing matches there.
  List<Node> of(Query query, float weight, LeafReaderContext leaf) throws IOException {
    return switch (query) {
      case BoostQuery boost -> of(boost.getQuery(), weight * boost.getBoost(), leaf);
      case DisjunctionMaxQuery max -> {
        List<Node> nodes = all(max.getDisjuncts(), weight, leaf);
        float share = max.getTieBreakerMultiplier();
        yield nodes.isEmpty()
            ? List.of()
            : List.of(new Inner(nodes, new ScoreCombiner.Greatest(share)));
      }
      case BooleanQuery any -> {
        List<Query> queries = any.clauses().stream().map(BooleanClause::query).toList();
        List<Node> nodes = all(queries, weight, leaf);
        int least = Math.max(1, any.getMinimumNumberShouldMatch());
        yield nodes.size() < least
            ? List.of()
            : List.of(new Inner(nodes, new ScoreCombiner.Sum(least)));
      }
      default -> {
        Weight its = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, weight);
        Scorer scorer = its.scorer(leaf);
        yield scorer == null ? List.of() : List.of(new Leaf(scorer, scorer.iterator()));
      }
    };
  }

  private List<Node> all(Collection<Query> queries, float weight, LeafReaderContext leaf)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (Query each : queries) {
      nodes.addAll(of(each, weight, leaf));
    }
    return nodes;
  }

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

  private final class Leaf extends Node {
    private final Scorer scorer;
    private final DocIdSetIterator docs;

    Leaf(Scorer scorer, DocIdSetIterator docs) throws IOException {
      super(scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS), docs.cost());
      this.scorer = scorer;
      this.docs = docs;
    }

    @Override
    int first(int from) throws IOException {
      return docs.docID() < from ? docs.advance(from) : docs.docID();
    }

    /// Whether there is another batch of documents.
    private boolean read(int from, int to) throws IOException {
      if (first(from) >= to) {
        return false;
      }
      scorer.nextDocsAndScores(to, null, buffer);
      return buffer.size > 0;
    }

    /// A single document needs no batch.
    private float one(int doc) throws IOException {
      return first(doc) == doc ? scorer.score() : 0;
    }

    @Override
    void add(int from, int to, double[] sums) throws IOException {
      if (to - from == 1) {
        sums[0] += one(from);
        return;
      }
      while (read(from, to)) {
        for (int i = 0; i < buffer.size; i++) {
          sums[buffer.docs[i] - from] += buffer.features[i];
        }
      }
    }

    @Override
    void raise(int from, int to, double[] most) throws IOException {
      if (to - from == 1) {
        most[0] = Math.max(most[0], one(from));
        return;
      }
      while (read(from, to)) {
        for (int i = 0; i < buffer.size; i++) {
          int at = buffer.docs[i] - from;
          most[at] = Math.max(most[at], buffer.features[i]);
        }
      }
    }
  }

  /// A node whose scores are rounded as in Lucene before they are added to others.
  private final class Inner extends Node {
    private final List<Node> nodes;
    private final ScoreCombiner joining;

    Inner(List<Node> nodes, ScoreCombiner joining) {
      super(
          joining.most(nodes.stream().mapToDouble(each -> each.most).toArray()),
          nodes.stream().mapToLong(each -> each.cost).sum());
      this.nodes = nodes;
      this.joining = joining;
    }

    @Override
    int first(int from) throws IOException {
      int first = DocIdSetIterator.NO_MORE_DOCS;
      for (Node each : nodes) {
        first = Math.min(first, each.first(from));
      }
      return first;
    }

    @Override
    void add(int from, int to, double[] sums) throws IOException {
      if (first(from) < to) {
        double[] own = score(from, to);
        for (int i = 0; i < to - from; i++) {
          sums[i] += (float) own[i];
        }
        giveBack();
      }
    }

    @Override
    void raise(int from, int to, double[] most) throws IOException {
      if (first(from) < to) {
        double[] own = score(from, to);
        for (int i = 0; i < to - from; i++) {
          most[i] = Math.max(most[i], (float) own[i]);
        }
        giveBack();
      }
    }

    private double[] score(int from, int to) throws IOException {
      int length = to - from;
      double[] own = take(length);
      if (joining.isPlain()) {
        for (Node each : nodes) {
          joining.join(each, from, to, own);
        }
        return own;
      }
      double[] rest = take(length);
      for (Node each : nodes) {
        double[] one = take(length);
        each.add(from, to, one);
        joining.join(one, own, rest, length);
        giveBack();
      }
      joining.end(own, rest, length);
      giveBack();
      return own;
    }
  }
}
