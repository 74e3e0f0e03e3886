package greenpair.index.read;

import greenpair.index.document.FacetTable;
import greenpair.index.document.SearchFields;
import greenpair.index.query.Facet;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;

/// Lets through what scores enough and has a chosen value of every narrowed facet, and counts the
/// values. A document that fails one facet only counts for that one ("drill sideways"), so that
/// people see what another choice would give. Every hit is counted, none is estimated.
final class FacetCollector implements Collector {
  private final Collector hits;
  private final double minimum;
  private final FacetTable table;
  private final boolean isCounting;

  /// A bit for each facet that is narrowed.
  private final int narrowed;

  /// By number of a value: whether it is chosen, the bit of its facet, how many have it.
  private final boolean[] chosen;

  private final int[] bits;
  private final int[] counts;
  private long total;

  FacetCollector(
      Collector hits,
      double minimum,
      FacetTable table,
      Map<Facet, Set<String>> selected,
      boolean isCounting) {
    this.hits = hits;
    this.minimum = minimum;
    this.table = table;
    this.isCounting = isCounting;
    this.narrowed = selected.keySet().stream().mapToInt(FacetCollector::bit).sum();
    this.chosen = table.chosen(selected);
    this.counts = new int[table.size()];
    this.bits = new int[table.size()];
    for (int number = 0; number < bits.length; number++) {
      bits[number] = bit(table.value(number).facet());
    }
  }

  @SuppressWarnings("EnumOrdinal") // Within one search.
  private static int bit(Facet facet) {
    return 1 << facet.ordinal();
  }

  /// For a search on one thread, which one collector serves.
  CollectorManager<FacetCollector, FacetCollector> alone() {
    return new CollectorManager<>() {
      @Override
      public FacetCollector newCollector() {
        return FacetCollector.this;
      }

      @Override
      public FacetCollector reduce(Collection<FacetCollector> collectors) {
        return FacetCollector.this;
      }
    };
  }

  long total() {
    return total;
  }

  Map<Facet, Map<String, Integer>> counts() {
    Map<Facet, Map<String, Integer>> all = new EnumMap<>(Facet.class);
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        FacetTable.Value value = table.value(number);
        all.computeIfAbsent(value.facet(), key -> new HashMap<>())
            .put(value.value(), counts[number]);
      }
    }
    return all;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    LeafCollector inner = hits.getLeafCollector(leaf);
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), SearchFields.FACETS);
    return new LeafCollector() {
      private Scorable scorer = new NoScore();
      private int[] numbers = new int[64];

      @Override
      public void setScorer(Scorable scorer) throws IOException {
        this.scorer = scorer;
        inner.setScorer(scorer);
      }

      @Override
      public void collect(int doc) throws IOException {
        if (scorer.score() < minimum) {
          return;
        }
        int size = isCounting || narrowed != 0 ? read(doc) : 0;
        int failed = narrowed == 0 ? 0 : failed(size);
        if (failed == 0) {
          total++;
          inner.collect(doc);
        }
        if (isCounting && Integer.bitCount(failed) <= 1) {
          count(size, failed);
        }
      }

      // failed: the bit of the only facet that it counts for; 0 for all
      private void count(int size, int failed) {
        for (int i = 0; i < size; i++) {
          int number = numbers[i];
          if (failed == 0 || bits[number] == failed) {
            counts[number]++;
          }
        }
      }

      private int read(int doc) throws IOException {
        if (!column.advanceExact(doc)) {
          return 0;
        }
        BytesRef packed = column.binaryValue();
        if (packed.length > numbers.length) {
          numbers = new int[2 * packed.length];
        }
        return FacetTable.unpack(packed, numbers);
      }

      // The bits of the narrowed facets of which the document has no chosen value.
      private int failed(int size) {
        int failed = narrowed;
        for (int i = 0; i < size; i++) {
          if (chosen[numbers[i]]) {
            failed &= ~bits[numbers[i]];
          }
        }
        return failed;
      }

      @Override
      public void finish() throws IOException {
        inner.finish();
      }
    };
  }

  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
