package greenpair.index;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongBitSet;

/// Lets through what scores enough and has a chosen value of every narrowed facet, and counts the
/// values. A document that fails one facet only counts for that one ("drill sideways"), so that
/// people see what another choice would give.
final class FacetCollector implements Collector {
  private final Collector hits;
  private final double minimum;
  private final Map<Facet, Set<String>> selected;
  private final boolean isCounting;
  private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
  private long total;

  FacetCollector(
      Collector hits, double minimum, Map<Facet, Set<String>> selected, boolean isCounting) {
    this.hits = hits;
    this.minimum = minimum;
    this.selected = selected;
    this.isCounting = isCounting;
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
    return counts;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }

  /// One facet in one segment.
  private static final class Column {
    final SortedSetDocValues values;
    final int[] counts;
    final LongBitSet wanted;
    final boolean isNarrowed;

    Column(SortedSetDocValues values, Set<String> selected, boolean isNarrowed) throws IOException {
      this.values = values;
      this.isNarrowed = isNarrowed;
      int size = Math.toIntExact(values.getValueCount());
      counts = new int[size];
      wanted = new LongBitSet(Math.max(1, size));
      for (String value : selected) {
        long ordinal = values.lookupTerm(new BytesRef(value));
        if (ordinal >= 0) {
          wanted.set(ordinal);
        }
      }
    }

    boolean lets(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          if (wanted.get(values.nextOrd())) {
            return true;
          }
        }
      }
      return false;
    }

    void count(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    Map<Facet, Column> columns = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      boolean isNarrowed = selected.containsKey(facet);
      if (isCounting || isNarrowed) {
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet.field());
        columns.put(facet, new Column(values, selected.getOrDefault(facet, Set.of()), isNarrowed));
      }
    }
    Column[] all = columns.values().toArray(new Column[0]);
    Column[] narrowed =
        columns.values().stream().filter(column -> column.isNarrowed).toArray(Column[]::new);
    LeafCollector inner = hits.getLeafCollector(leaf);
    return new LeafCollector() {
      private Scorable scorer = new NoScore();

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
        Column failed = null;
        for (Column column : narrowed) {
          if (!column.lets(doc)) {
            if (failed != null) {
              return;
            }
            failed = column;
          }
        }
        if (failed == null) {
          total++;
          inner.collect(doc);
        }
        if (isCounting && failed != null) {
          failed.count(doc);
        } else if (isCounting) {
          for (Column column : all) {
            column.count(doc);
          }
        }
      }

      @Override
      public void finish() throws IOException {
        inner.finish();
        for (Map.Entry<Facet, Column> each : columns.entrySet()) {
          add(each.getKey(), each.getValue());
        }
      }
    };
  }

  private void add(Facet facet, Column column) throws IOException {
    if (!isCounting) {
      return;
    }
    Map<String, Integer> into = counts.computeIfAbsent(facet, key -> new HashMap<>());
    for (int ordinal = 0; ordinal < column.counts.length; ordinal++) {
      if (column.counts[ordinal] > 0) {
        String value = column.values.lookupOrd(ordinal).utf8ToString();
        into.merge(value, column.counts[ordinal], Integer::sum);
      }
    }
  }

  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
