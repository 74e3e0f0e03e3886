package greenpair.bench;

import module java.base;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Scores every hit, keeps the best, counts the values of three facets by their ordinals.
final class BareCounting implements Collector {
  private static final List<String> FACETS = List.of("sector", "country", "market");

  private final TopScoreDocCollector top;
  private final int places;
  private final List<String> named = new ArrayList<>();
  private final int[][] counts = new int[FACETS.size()][];
  private final SortedSetDocValues[] columns = new SortedSetDocValues[FACETS.size()];

  private BareCounting(int places) {
    this.places = places;
    this.top = new TopScoreDocCollectorManager(places, null, Integer.MAX_VALUE).newCollector();
  }

  /// @param places how many hits are kept
  static CollectorManager<BareCounting, BareCounting> of(int places) {
    return new CollectorManager<>() {
      @Override
      public BareCounting newCollector() {
        return new BareCounting(places);
      }

      @Override
      public BareCounting reduce(Collection<BareCounting> collectors) {
        return collectors.iterator().next();
      }
    };
  }

  ScoreDoc[] best() {
    return top.topDocs().scoreDocs;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    LeafReader reader = leaf.reader();
    LeafCollector inner = top.getLeafCollector(leaf);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = DocValues.getSortedSet(reader, FACETS.get(i));
      counts[i] = new int[(int) columns[i].getValueCount()];
    }
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) throws IOException {
        inner.setScorer(scorer);
      }

      @Override
      public void collect(int doc) throws IOException {
        inner.collect(doc);
        for (int i = 0; i < columns.length; i++) {
          count(i, doc);
        }
      }
    };
  }

  private void count(int facet, int doc) throws IOException {
    if (columns[facet].advanceExact(doc)) {
      for (int left = columns[facet].docValueCount(); left > 0; left--) {
        counts[facet][(int) columns[facet].nextOrd()]++;
      }
    }
  }

  /// The most frequent values of each facet, by name.
  long values() throws IOException {
    long sum = 0;
    for (int i = 0; i < columns.length; i++) {
      int[] count = counts[i];
      int[] best =
          IntStream.range(0, count.length)
              .boxed()
              .sorted((a, b) -> Integer.compare(count[b], count[a]))
              .limit(places)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int ordinal : best) {
        named.add(
            columns[i].lookupOrd(ordinal).utf8ToString().toLowerCase(Locale.ROOT) + count[ordinal]);
      }
      sum += Arrays.stream(count).sum();
    }
    return sum + named.size();
  }
}
