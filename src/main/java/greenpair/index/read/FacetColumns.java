package greenpair.index.read;

import greenpair.index.document.FacetTable;
import greenpair.index.document.SearchFields;
import greenpair.index.query.Facet;
import java.io.IOException;
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

/// Facets of one kind: the columns of its segments, read when they are first needed. Every hit is
/// counted, none is estimated. Safe for use by many threads.
final class FacetColumns {
  private final DirectoryReader reader;
  private final FacetTable table;
  private volatile FacetColumn @Nullable [] columns;

  FacetColumns(DirectoryReader reader, FacetTable table) {
    this.reader = reader;
    this.table = table;
  }

  FacetTable table() {
    return table;
  }

  private FacetColumn[] columns() throws IOException {
    FacetColumn[] known = columns;
    return known == null ? read() : known;
  }

  private synchronized FacetColumn[] read() throws IOException {
    FacetColumn[] known = columns;
    if (known != null) {
      return known;
    }
    List<LeafReaderContext> leaves = reader.leaves();
    FacetColumn[] read = new FacetColumn[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      read[leaf.ord] = FacetColumn.read(leaf.reader(), table.size());
    }
    columns = read;
    return read;
  }

  /// What is left of what was found, and how many of it have each value.
  @SuppressWarnings("ArrayRecordComponent") // Read within one search, never compared.
  record Narrowed(FixedBitSet[] docs, Map<Facet, Map<String, Integer>> counts) {
    long total() {
      long total = 0;
      for (FixedBitSet each : docs) {
        total += each.cardinality();
      }
      return total;
    }
  }

  /// Leaves of what was found what has a chosen value of every narrowed facet, and counts the
  /// values. What fails one facet only is counted for that one ("drill sideways"), so that people
  /// see what another choice would give.
  ///
  /// @param found by segment
  /// @param selected for each narrowed facet the values of which a document has at least one
  /// @param isCounting whether the values are counted
  Narrowed narrow(
      LiveSearcher searcher,
      FixedBitSet[] found,
      Map<Facet, Set<String>> selected,
      boolean isCounting)
      throws IOException {
    FixedBitSet[] left = found.clone();
    int[] counts = new int[isCounting ? table.size() : 0];
    for (LeafReaderContext leaf : reader.leaves()) {
      Map<Facet, FixedBitSet> chosen = new EnumMap<>(Facet.class);
      for (Map.Entry<Facet, Set<String>> each : selected.entrySet()) {
        FixedBitSet docs = new FixedBitSet(leaf.reader().maxDoc());
        Matches.take(query(each.getKey(), each.getValue()), leaf, searcher, docs);
        chosen.put(each.getKey(), docs);
      }
      left[leaf.ord] = without(found[leaf.ord], chosen, null);
      if (isCounting) {
        count(columns()[leaf.ord], found[leaf.ord], left[leaf.ord], chosen, counts);
      }
    }
    return new Narrowed(left, named(counts));
  }

  private static Query query(Facet facet, Set<String> values) {
    return new TermInSetQuery(
        SearchFields.FACET,
        values.stream().map(value -> new BytesRef(SearchFields.facetTerm(facet, value))).toList());
  }

  /// What is in all sets, one aside.
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

  private void count(
      FacetColumn column,
      FixedBitSet found,
      FixedBitSet left,
      Map<Facet, FixedBitSet> chosen,
      int[] counts) {
    int[] all = new int[counts.length];
    column.count(left, all);
    for (Facet facet : chosen.keySet()) {
      int[] sideways = new int[counts.length];
      column.count(without(found, chosen, facet), sideways);
      for (int number = 0; number < all.length; number++) {
        all[number] = table.value(number).facet() == facet ? sideways[number] : all[number];
      }
    }
    for (int number = 0; number < all.length; number++) {
      counts[number] += all[number];
    }
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
