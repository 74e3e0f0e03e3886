package greenpair.index.read;

import greenpair.index.contract.Facet;
import greenpair.index.document.FacetTable;
import greenpair.index.document.SearchFields;
import greenpair.index.document.SegmentFacets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Facets of one kind: the columns of its segments, read when they are first needed. Counts are
/// exact. Thread-safe.
final class KindFacets {
  private final DirectoryReader reader;
  private final FacetTable table;
  private volatile SegmentFacets @Nullable [] columns;

  KindFacets(DirectoryReader reader, FacetTable table) {
    this.reader = reader;
    this.table = table;
  }

  FacetTable table() {
    return table;
  }

  private SegmentFacets[] columns() throws IOException {
    SegmentFacets[] known = columns;
    return known == null ? read() : known;
  }

  private synchronized SegmentFacets[] read() throws IOException {
    SegmentFacets[] known = columns;
    if (known != null) {
      return known;
    }
    List<LeafReaderContext> leaves = reader.leaves();
    SegmentFacets[] read = new SegmentFacets[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      read[leaf.ord] = SegmentFacets.read(leaf.reader(), table);
    }
    columns = read;
    return read;
  }

  @SuppressWarnings("ArrayRecordComponent") // Read within one search, never compared.
  record Narrowed(FixedBitSet[] found, List<Map<Facet, FixedBitSet>> chosen, FixedBitSet[] docs) {
    long total() {
      long total = 0;
      for (FixedBitSet each : docs) {
        total += each.cardinality();
      }
      return total;
    }
  }

  /// By segment, for each filtered facet, the documents with a selected value. The sets must not be
  /// changed.
  List<Map<Facet, FixedBitSet>> chosen(LiveSearcher searcher, Map<Facet, Set<String>> selected)
      throws IOException {
    List<Map<Facet, FixedBitSet>> all = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Map<Facet, FixedBitSet> chosen = new EnumMap<>(Facet.class);
      for (Map.Entry<Facet, Set<String>> each : selected.entrySet()) {
        chosen.put(each.getKey(), docs(each.getKey(), each.getValue(), leaf, searcher));
      }
      all.add(chosen);
    }
    return all;
  }

  private FixedBitSet docs(
      Facet facet, Set<String> values, LeafReaderContext leaf, LiveSearcher searcher)
      throws IOException {
    if (values.size() == 1) {
      Integer number = table.find(facet, values.iterator().next()).orElse(null);
      FixedBitSet known = number == null ? null : columns()[leaf.ord].docs(number);
      if (known != null) {
        return known;
      }
    }
    FixedBitSet docs = new FixedBitSet(leaf.reader().maxDoc());
    Matches.take(query(facet, values), leaf, searcher, docs);
    return docs;
  }

  Narrowed narrow(FixedBitSet[] found, List<Map<Facet, FixedBitSet>> chosen) {
    FixedBitSet[] left = found.clone();
    for (int segment = 0; segment < left.length; segment++) {
      left[segment] = without(found[segment], chosen.get(segment), null);
    }
    return new Narrowed(found, chosen, left);
  }

  private static Query query(Facet facet, Set<String> values) {
    return new TermInSetQuery(
        SearchFields.FACET,
        values.stream().map(value -> new BytesRef(SearchFields.facetTerm(facet, value))).toList());
  }

  /// The intersection of all sets except one.
  private static FixedBitSet without(
      FixedBitSet found, Map<Facet, FixedBitSet> chosen, @Nullable Facet facet) {
    FixedBitSet left = chosen.isEmpty() ? found : found.clone();
    chosen.forEach(
        (each, docs) -> {
          if (each != facet) {
            left.and(docs);
          }
        });
    return left;
  }

  /// The number of filtered matches with each value. A match that only one facet filters out is
  /// counted for that facet ("drill sideways"), so that users see the result of another selection.
  Map<Facet, Map<String, Integer>> count(Narrowed narrowed) throws IOException {
    int[] counts = new int[table.size()];
    SegmentFacets[] all = columns();
    for (int segment = 0; segment < all.length; segment++) {
      Map<Facet, FixedBitSet> chosen = narrowed.chosen.get(segment);
      int[] left = new int[counts.length];
      all[segment].count(narrowed.docs[segment], null, left);
      for (Facet facet : chosen.keySet()) {
        int[] sideways = new int[counts.length];
        all[segment].count(without(narrowed.found[segment], chosen, facet), facet, sideways);
        for (int number = 0; number < left.length; number++) {
          left[number] = table.value(number).facet() == facet ? sideways[number] : left[number];
        }
      }
      for (int number = 0; number < left.length; number++) {
        counts[number] += left[number];
      }
    }
    return named(counts);
  }

  private Map<Facet, Map<String, Integer>> named(int[] counts) {
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
}
