package greenpair.index.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// Ranks hits that are a small part of the documents. The clauses of the sum go one after another,
/// that of the greatest weight first, from hit to hit, where a search would go through all that
/// they match; a hit that cannot come among the first any more, whatever the other clauses give
/// it, is left out. Scores are those of a search. For use by one thread.
final class FewHits {
  /// One document in so many, or fewer, is few.
  private static final int FEW = 4;

  /// What sums of the same numbers in different orders may differ by.
  private static final double ROUNDING = 1e-6;

  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final List<Clause> clauses = new ArrayList<>();

  /// @param most the highest score that it gives
  private record Clause(Query query, double most) {}

  /// @param sum clauses with scores in [0, 1] and their weights
  FewHits(LiveSearcher searcher, Deadline deadline, Map<Query, Float> sum) {
    this.searcher = searcher;
    this.deadline = deadline;
    sum.forEach((query, weight) -> clauses.add(new Clause(new BoostQuery(query, weight), weight)));
    clauses.sort(Comparator.comparingDouble((Clause each) -> -each.most));
  }

  /// Whether so many hits are few.
  static boolean are(long hits, LiveSearcher searcher) {
    return hits * FEW <= searcher.getIndexReader().maxDoc();
  }

  /// Collects the hits with their scores.
  ///
  /// @param hits by segment
  /// @param first how many of the best are wanted; others may be left out
  void rank(FixedBitSet[] hits, int first, TopDocsCollector<?> into) throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (Clause each : clauses) {
      weights.add(searcher.createWeight(searcher.rewrite(each.query), ScoreMode.COMPLETE, 1));
    }
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      deadline.check();
      Some some = new Some(hits[leaf.ord]);
      double rest = clauses.stream().mapToDouble(Clause::most).sum();
      for (int i = 0; i < clauses.size() && some.count > 0; i++) {
        Scorer scorer = weights.get(i).scorer(leaf);
        if (scorer != null) {
          some.add(scorer);
        }
        rest -= clauses.get(i).most;
        some.keep(first, rest + ROUNDING);
      }
      some.collect(into.getLeafCollector(leaf));
    }
  }

  /// Hits of one segment that may still come among the first.
  private static final class Some {
    private final int[] docs;
    private final double[] scores;
    private int count;

    Some(FixedBitSet hits) {
      this.docs = new int[hits.cardinality()];
      this.scores = new double[docs.length];
      this.count = hits.intoArray(0, hits.length(), 0, docs);
    }

    void add(Scorer scorer) throws IOException {
      TwoPhaseIterator two = scorer.twoPhaseIterator();
      DocIdSetIterator at = two == null ? scorer.iterator() : two.approximation();
      int doc = at.docID();
      for (int i = 0; i < count; i++) {
        if (doc < docs[i]) {
          doc = at.advance(docs[i]);
        }
        if (doc == docs[i] && (two == null || two.matches())) {
          scores[i] += scorer.score();
        }
      }
    }

    /// Leaves out what stays behind so many others even with all that the other clauses give.
    void keep(int first, double rest) {
      if (count <= first) {
        return;
      }
      double least = best(first) - rest;
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (scores[i] >= least) {
          docs[kept] = docs[i];
          scores[kept++] = scores[i];
        }
      }
      count = kept;
    }

    /// The score of the last of the first so many: these are kept in order, and few come anew.
    private double best(int first) {
      double[] best = Arrays.copyOf(scores, first);
      Arrays.sort(best);
      for (int i = first; i < count; i++) {
        if (scores[i] > best[0]) {
          int at = 1;
          for (; at < first && best[at] < scores[i]; at++) {
            best[at - 1] = best[at];
          }
          best[at - 1] = scores[i];
        }
      }
      return best[0];
    }

    void collect(LeafCollector into) throws IOException {
      Score score = new Score();
      into.setScorer(score);
      for (int i = 0; i < count; i++) {
        score.value = (float) scores[i];
        into.collect(docs[i]);
      }
      into.finish();
    }
  }

  private static final class Score extends Scorable {
    private float value;

    @Override
    public float score() {
      return value;
    }
  }
}
