package greenpair.index.read;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Collectors for searches on one thread.
final class Collecting {
  private Collecting() {}

  static <C extends Collector> CollectorManager<C, C> with(C collector) {
    return new CollectorManager<>() {
      @Override
      public C newCollector() {
        return collector;
      }

      @Override
      public C reduce(Collection<C> collectors) {
        return collector;
      }
    };
  }

  /// Adds to a set what has a score from a minimum on.
  static Collector from(float minimum, DocSet found) {
    return new Collector() {
      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
      }

      @Override
      public LeafCollector getLeafCollector(LeafReaderContext leaf) {
        FixedBitSet docs = found.bits()[leaf.ord];
        return new LeafCollector() {
          private @Nullable Scorable scorer;

          @Override
          public void setScorer(Scorable scored) throws IOException {
            scorer = scored;
            scored.setMinCompetitiveScore(minimum);
          }

          @Override
          public void collect(int doc) throws IOException {
            if (scorer != null && scorer.score() >= minimum) {
              docs.set(doc);
            }
          }
        };
      }
    };
  }

  /// Passes on all documents that match, also those with scores that are too low.
  static Collector each(Collector collector) {
    return new FilterCollector(collector) {
      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
      }
    };
  }

  /// Passes on the documents of a set.
  static Collector among(DocSet some, Collector collector) {
    return new FilterCollector(collector) {
      @Override
      public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        FixedBitSet docs = some.bits()[leaf.ord];
        return new FilterLeafCollector(super.getLeafCollector(leaf)) {
          @Override
          public void collect(int doc) throws IOException {
            if (docs.get(doc)) {
              super.collect(doc);
            }
          }
        };
      }
    };
  }

  /// Passes on documents with their scores, where those that are collected have scores that are at
  /// least as high.
  static Collector scored(Weight exact, Collector collector) {
    return new FilterCollector(collector) {
      @Override
      public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        Scorer scorer = exact.scorer(leaf);
        return new FilterLeafCollector(super.getLeafCollector(leaf)) {
          @Override
          public void setScorer(Scorable bound) throws IOException {
            super.setScorer(
                new FilterScorable(bound) {
                  @Override
                  public float score() throws IOException {
                    return scorer.score();
                  }

                  @Override
                  public void setMinCompetitiveScore(float score) throws IOException {
                    in.setMinCompetitiveScore(score);
                  }
                });
          }

          @Override
          public void collect(int doc) throws IOException {
            if (scorer != null && DocumentScores.isAt(scorer, doc)) {
              super.collect(doc);
            }
          }
        };
      }
    };
  }
}
