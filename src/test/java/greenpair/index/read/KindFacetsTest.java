package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.Seeded;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.Facet;
import greenpair.index.document.FacetTable;
import greenpair.index.document.SearchFields;
import greenpair.index.document.SegmentFacets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.FixedBitSet;

/// Counts and narrows like a loop over the values of each document.
class KindFacetsTest {
  private static final List<Facet> FACETS = List.of(Facet.SECTOR, Facet.COUNTRY, Facet.MARKET);

  private static Map<Facet, Set<String>> values(Random random, int most) {
    Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : FACETS) {
      Set<String> some = new TreeSet<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        // A few values are frequent, and most are rare.
        some.add("v" + random.nextInt(1 + random.nextInt(most)));
      }
      if (!some.isEmpty()) {
        values.put(facet, some);
      }
    }
    return values;
  }

  private static Field term(String value) {
    return new StringField(SearchFields.FACET, value, Field.Store.NO);
  }

  @Seeded(runs = 10)
  void column_countsAndNarrows_asTheValuesSay(Random random) throws IOException {
    FacetTable table = new FacetTable();
    List<Map<Facet, Set<String>>> all = new ArrayList<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (int doc = 0; doc < 1_000; doc++) {
          Map<Facet, Set<String>> values = values(random, 300);
          all.add(values);
          Document document = new Document();
          document.add(new BinaryDocValuesField(SearchFields.FACETS, table.pack(values)));
          values.forEach(
              (facet, each) ->
                  each.forEach(value -> document.add(term(SearchFields.facetTerm(facet, value)))));
          if (doc % 7 == 3) {
            document.clear();
            values.clear();
          }
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        SegmentFacets column = SegmentFacets.read(reader.leaves().getFirst().reader(), table);
        for (int share : List.of(0, 20, 80, 100)) {
          FixedBitSet docs = new FixedBitSet(all.size());
          for (int doc = 0; doc < all.size(); doc++) {
            if (random.nextInt(100) < share) {
              docs.set(doc);
            }
          }
          int[] counts = new int[table.size()];
          column.count(docs, null, counts);
          assertArrayEquals(sideways(table, all, docs, Map.of(), new FixedBitSet(1_000)), counts);

          Map<Facet, Set<String>> selected = values(random, 10);
          FixedBitSet wanted = new FixedBitSet(all.size());
          int[] sideways = sideways(table, all, docs, selected, wanted);
          KindFacets columns = new KindFacets(reader, table);
          KindFacets.Narrowed narrowed =
              columns.narrow(
                  new FixedBitSet[] {docs}, columns.chosen(new LiveSearcher(reader), selected));
          Map<Facet, Map<String, Integer>> named = columns.count(narrowed);
          assertEquals(wanted, narrowed.docs()[0]);
          assertEquals(wanted.cardinality(), narrowed.total());
          int[] counted = new int[table.size()];
          for (int number = 0; number < counted.length; number++) {
            FacetTable.Value value = table.value(number);
            counted[number] =
                named.getOrDefault(value.facet(), Map.of()).getOrDefault(value.value(), 0);
          }
          assertArrayEquals(sideways, counted);
        }
      }
    }
  }

  /// @param left takes what has a chosen value of every facet
  private static int[] sideways(
      FacetTable table,
      List<Map<Facet, Set<String>>> all,
      FixedBitSet docs,
      Map<Facet, Set<String>> selected,
      FixedBitSet left) {
    int[] counts = new int[table.size()];
    for (int doc = 0; doc < all.size(); doc++) {
      Map<Facet, Set<String>> values = all.get(doc);
      List<Facet> failed =
          selected.keySet().stream()
              .filter(
                  facet ->
                      values.getOrDefault(facet, Set.of()).stream()
                          .noneMatch(selected.getOrDefault(facet, Set.of())::contains))
              .toList();
      if (!docs.get(doc)) {
        continue;
      }
      if (failed.isEmpty()) {
        left.set(doc);
      }
      for (int number = 0; number < counts.length; number++) {
        FacetTable.Value value = table.value(number);
        boolean isCounted =
            failed.isEmpty() || (failed.size() == 1 && failed.contains(value.facet()));
        if (isCounted && values.getOrDefault(value.facet(), Set.of()).contains(value.value())) {
          counts[number]++;
        }
      }
    }
    return counts;
  }
}
