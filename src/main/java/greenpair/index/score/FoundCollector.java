package greenpair.index.score;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Whether any of the found documents reaches a score; stops at the first that does. For a search
/// on one thread.
public final class FoundCollector implements Collector {
  private final FixedBitSet[] docs;
  private final float minimum;
  private boolean isReached;

  public FoundCollector(FixedBitSet[] docs, double minimum) {
    this.docs = docs.clone();
    this.minimum = (float) minimum;
  }

  /// For a search on one thread, with one collector.
  public static <C extends Collector> CollectorManager<C, C> alone(C collector) {
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

  public boolean isReached() {
    return isReached;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) {
    if (isReached) {
      throw new CollectionTerminatedException();
    }
    FixedBitSet found = docs[leaf.ord];
    return new LeafCollector() {
      private @Nullable Scorable scorer;

      @Override
      public void setScorer(Scorable scorer) throws IOException {
        this.scorer = scorer;
        scorer.setMinCompetitiveScore(minimum);
      }

      @Override
      public void collect(int doc) throws IOException {
        if (found.get(doc) && scorer != null && scorer.score() >= minimum) {
          isReached = true;
          throw new CollectionTerminatedException();
        }
      }
    };
  }

  /// Passes documents that reach a score.
  public record Scoring(Collector hits, double minimum) implements Collector {
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new FilterLeafCollector(hits.getLeafCollector(leaf)) {
        private @Nullable Scorable scorer;

        @Override
        public void setScorer(Scorable scorer) throws IOException {
          this.scorer = scorer;
          super.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
          if (scorer != null && scorer.score() >= minimum) {
            super.collect(doc);
          }
        }
      };
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Used within one search, never compared.
  public record Into(FixedBitSet[] docs) implements Collector {
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      FixedBitSet into = docs[leaf.ord];
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
          into.set(doc);
        }
      };
    }
  }
}
