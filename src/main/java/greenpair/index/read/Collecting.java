package greenpair.index.read;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
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

  /// Collects documents that reach a score.
  static CollectorManager<Collector, Collector> reaching(float minimum, DocSet into) {
    return with(new Reaching(minimum, into));
  }

  private record Reaching(float minimum, DocSet into) implements Collector {
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      FixedBitSet docs = into.bits()[leaf.ord];
      return new LeafCollector() {
        private @Nullable Scorable scorer;

        @Override
        public void setScorer(Scorable scorer) throws IOException {
          this.scorer = scorer;
          scorer.setMinCompetitiveScore(minimum);
        }

        @Override
        public void collect(int doc) throws IOException {
          if (scorer != null && scorer.score() >= minimum) {
            docs.set(doc);
          }
        }
      };
    }
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
}
