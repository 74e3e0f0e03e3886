package greenpair.index.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// Ranks hits that are a small part of the documents. It evaluates the clauses of the sum one after
/// another, greatest weight first, for the hits only, whereas a search would visit everything that
/// the clauses match. A hit that can no longer be among the first, whatever the remaining clauses
/// add, is dropped. Scores equal those of a search. For use by one thread.
public final class FewHits {
  /// Hits are few if they are at most one document in this number.
  private static final int FEW = 4;

  /// Tolerance for rounding differences between sums in different orders.
  private static final double ROUNDING = 1e-6;

  private final IndexSearcher searcher;
  private final Runnable check;
  private final List<Clause> clauses = new ArrayList<>();

  /// @param most the highest score that it gives
  private record Clause(Query query, double most) {}

  /// @param sum clauses with scores in [0, 1] and their weights
  public FewHits(IndexSearcher searcher, Runnable check, Map<Query, Float> sum) {
    this.searcher = searcher;
    this.check = check;
    sum.forEach((query, weight) -> clauses.add(new Clause(new BoostQuery(query, weight), weight)));
    clauses.sort(Comparator.comparingDouble((Clause each) -> -each.most));
  }

  /// Whether this number of hits is few.
  public static boolean are(long hits, IndexSearcher searcher) {
    return hits * FEW <= searcher.getIndexReader().maxDoc();
  }

  /// Collects the hits with their scores.
  ///
  /// @param hits by segment
  /// @param first how many of the best are wanted; others may be left out
  public void rank(FixedBitSet[] hits, int first, TopDocsCollector<?> into) throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (Clause each : clauses) {
      weights.add(searcher.createWeight(searcher.rewrite(each.query), ScoreMode.COMPLETE, 1));
    }
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      check.run();
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

  /// Hits of one segment that may still be among the first.
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

    /// Drops hits that cannot be among the first even with the maximum of the remaining clauses.
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

    /// The score of the last of the first hits, which are kept sorted because few are added.
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
