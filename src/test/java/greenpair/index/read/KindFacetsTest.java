package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.Seeded;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

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

  @Seeded(runs = 10)
  void values_areCountedAndNarrowed_asTheDocumentsSay(Random random) throws IOException {
    List<Map<Facet, Set<String>>> all = new ArrayList<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (int doc = 0; doc < 1_000; doc++) {
          Map<Facet, Set<String>> values = doc % 7 == 3 ? Map.of() : values(random, 300);
          all.add(values);
          Document document = new Document();
          values.forEach(
              (facet, each) ->
                  each.forEach(value -> document.add(term(IndexFields.facetTerm(facet, value)))));
          document.add(term(IndexFields.facetTerm(Facet.COUNTRY, "US-CA")));
          document.add(term(IndexFields.stateTerm("planned")));
          writer.addDocument(document);
          if (doc == 700) {
            writer.flush();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        CachingSearcher searcher = new CachingSearcher(reader);
        KindFacets facets = new KindFacets(reader);
        for (int share : List.of(0, 20, 80, 100)) {
          DocSet found = DocSet.none(searcher);
          for (int doc = 0; doc < all.size(); doc++) {
            if (random.nextInt(100) < share) {
              found.add(doc);
            }
          }
          Map<Facet, Set<String>> selected = share == 20 ? Map.of() : values(random, 10);
          List<Integer> left = new ArrayList<>();
          Map<Facet, Map<String, Integer>> expected = sideways(all, found, selected, left);
          KindFacets.Narrowed narrowed = facets.narrow(found, facets.chosen(selected));
          assertEquals(left, narrowed.docs().docs());
          assertEquals(left.size(), narrowed.total());
          assertEquals(expected, facets.count(narrowed));
          DocSet counted = KindFacets.counted(facets.chosen(selected));
          if (counted != null) {
            // What two facets filter out is counted nowhere.
            found.and(counted);
            narrowed = facets.narrow(found, facets.chosen(selected));
            assertEquals(left, narrowed.docs().docs());
            assertEquals(expected, facets.count(narrowed));
          }
        }
        LeafReaderContext last = reader.leaves().getLast();
        int doc = random.nextInt(last.reader().maxDoc());
        String sector = facets.value(Facet.SECTOR, last, doc);
        Set<String> own = all.get(last.docBase + doc).getOrDefault(Facet.SECTOR, Set.of());
        assertEquals(own.isEmpty(), sector == null);
        assertEquals(sector != null, own.contains(String.valueOf(sector)));
        assertEquals(
            all.size(),
            facets
                .narrow(DocSet.all(searcher), facets.chosen(Map.of(Facet.COUNTRY, Set.of("US-CA"))))
                .total());
      }
    }
  }

  private static Field term(String value) {
    return new StringField(IndexFields.FACET, value, Field.Store.NO);
  }

  /// @param left takes what has a chosen value of every facet
  private static Map<Facet, Map<String, Integer>> sideways(
      List<Map<Facet, Set<String>>> all,
      DocSet docs,
      Map<Facet, Set<String>> selected,
      List<Integer> left) {
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    for (int doc : docs.docs()) {
      Map<Facet, Set<String>> values = all.get(doc);
      List<Facet> failed =
          selected.keySet().stream()
              .filter(
                  facet ->
                      values.getOrDefault(facet, Set.of()).stream()
                          .noneMatch(selected.getOrDefault(facet, Set.of())::contains))
              .toList();
      if (failed.isEmpty()) {
        left.add(doc);
      }
      values.forEach(
          (facet, each) -> {
            if (failed.isEmpty() || failed.equals(List.of(facet))) {
              Map<String, Integer> of = counts.computeIfAbsent(facet, _ -> new TreeMap<>());
              each.forEach(value -> of.merge(value, 1, Integer::sum));
            }
          });
    }
    return counts;
  }
}
