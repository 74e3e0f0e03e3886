package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.NamedEntry;
import greenpair.index.document.EntryDocumentBuilder;
import greenpair.index.document.TermsField;
import greenpair.index.document.VectorField;
import greenpair.index.vector.VectorColumn;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// Hits are in the order of the weighted sums of their parts, page by page, whatever is filtered.
class KindQueryTest {
  private static final greenpair.catalog.value.Place ORIGIN =
      new greenpair.catalog.value.Place(0, 0);

  private static final int WORDS = 12;
  private static final int DOCS = 3_000;
  private static final int DIMENSIONS = 64;

  private static float[] direction(Random random) {
    float[] direction = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      direction[i] = (float) random.nextGaussian();
      square += direction[i] * direction[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      direction[i] /= (float) Math.sqrt(square);
    }
    return direction;
  }

  private static Document document(int id, Random random) {
    Document document = new Document();
    document.add(new StringField(IndexFields.ID, "e" + id, Field.Store.NO));
    NamedEntry named = new NamedEntry(new EntryId("e" + id), new Text("e" + id, null));
    document.add(new BinaryDocValuesField(IndexFields.LABEL, EntryDocumentBuilder.label(named)));
    TermsField words = new TermsField(IndexFields.WORDS, TermsField.WITH_LENGTH);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      words.add(List.of("w" + random.nextInt(WORDS)), 1 + random.nextInt(5));
    }
    document.add(words);
    TermsField concepts = new TermsField(IndexFields.CONCEPT, TermsField.PLAIN);
    concepts.raise("C" + random.nextInt(3), random.nextInt(1, 1001));
    document.add(concepts);
    String sector = IndexFields.facetTerm(Facet.SECTOR, "s" + random.nextInt(4));
    document.add(new StringField(IndexFields.FACET, sector, Field.Store.NO));
    if (random.nextInt(5) > 0) {
      document.add(
          new BinaryDocValuesField(
              IndexFields.MEANING,
              VectorField.pack(direction(random), EnumSet.allOf(Language.class))));
    }
    return document;
  }

  private static Clause word(Random random) {
    // One word that no document has.
    return new Clause.Word(IndexFields.WORDS, "w" + random.nextInt(WORDS + 1))
        .times(random.nextInt(1, 20) / 100.0);
  }

  private static List<Clause> words(Random random) {
    return IntStream.range(0, 2 + random.nextInt(4)).mapToObj(_ -> word(random)).toList();
  }

  private static EntryQuery query(Random random) {
    Clause concepts =
        new Clause.Best(
            List.of(
                new Clause.Concept(new Code("C0")).times(0.8),
                new Clause.Concept(new Code("C1")).times(0.8)),
            0.2);
    List<Clause> words = words(random);
    Clause readings =
        new Clause.Best(List.of(new Clause.Sum(words), new Clause.Sum(words(random))), 0);
    Clause state =
        new Clause.Filter(IndexFields.FACET, Set.of(IndexFields.facetTerm(Facet.SECTOR, "s1")));
    List<EntryQuery.Part> parts =
        List.of(
            new EntryQuery.Part(concepts, 0.4, false),
            new EntryQuery.Part(new Clause.Sum(words), 0.2, false),
            new EntryQuery.Part(readings, 0.2, false),
            new EntryQuery.Part(state, 0.1, true));
    EntryQuery.Meaning meaning =
        random.nextBoolean()
            ? null
            : new EntryQuery.Meaning(direction(random), Language.EN, 0.1, 50, 0, 0.3, 0.3);
    Map<Facet, Set<String>> values =
        random.nextBoolean() ? Map.of() : Map.of(Facet.SECTOR, Set.of("s1", "s2"));
    double hit = random.nextInt(1, 20) / 100.0;
    return new EntryQuery(
        parts, meaning, hit, List.of(), false, values, List.of(), List.of(), ORIGIN);
  }

  @Seeded(runs = 20)
  void hits_areInTheOrderOfTheSumsOfTheirParts(Random random) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (int id = 0; id < DOCS; id++) {
          writer.addDocument(document(id, random));
          if (id == 2_000) {
            writer.flush();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        CachingSearcher searcher = new CachingSearcher(reader);
        searcher.setSimilarity(new SearchSimilarity());
        EntryQuery query = query(random);
        KindQuery prepared =
            new KindQuery(
                searcher,
                new KindFacets(reader),
                new VectorColumn(reader),
                query,
                3,
                Deadline.NONE);
        List<EntryQuery.Place> hits = pages(prepared, 1 + random.nextInt(700));
        List<Integer> docs = hits.stream().map(EntryQuery.Place::doc).toList();
        assertEquals(Set.copyOf(docs).size(), docs.size());
        assertEquals(
            prepared
                .search(EntryQuery.Order.RELEVANCE, Language.EN, null, DOCS, true)
                .places()
                .stream()
                .map(EntryQuery.Place::doc)
                .toList(),
            docs);
        List<double[]> values = prepared.values(docs);
        for (int i = 0; i < docs.size(); i++) {
          double sum = 0;
          for (int part = 0; part < query.parts().size(); part++) {
            sum += query.parts().get(part).weight() * values.get(i)[part];
          }
          EntryQuery.Meaning meaning = query.meaning();
          sum += meaning == null ? 0 : meaning.weight() * values.get(i)[query.parts().size()];
          assertEquals(sum, hits.get(i).score(), 1e-5, "place " + i);
        }
        List<EntryQuery.Place> sorted = new ArrayList<>(hits);
        sorted.sort(
            Comparator.comparingDouble((EntryQuery.Place each) -> -each.score())
                .thenComparingInt(EntryQuery.Place::doc));
        assertEquals(sorted, hits);
        assertEquals(prepared.count(), docs.size());
      }
    }
  }

  private static List<EntryQuery.Place> pages(KindQuery query, int size) {
    List<EntryQuery.Place> all = new ArrayList<>();
    EntryQuery.Place after = null;
    while (true) {
      EntryQuery.Found page =
          query.search(EntryQuery.Order.RELEVANCE, Language.EN, after, size, false);
      all.addAll(page.places());
      if (page.places().size() < size) {
        return all;
      }
      after = all.getLast();
    }
  }
}
