package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.TermsField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// What a query finds, beside the same rule applied document by document.
class HitFinderTest {
  private static final int WORDS = 12;

  /// What a document holds: words, and concepts with how well it answers them in thousandths.
  private record Held(Map<String, Integer> words, Map<String, Integer> concepts) {}

  /// @param weakest value, in thousandths, that every answered concept exceeds
  private static Held held(Random random, int weakest) {
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> concepts = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      words.put("w" + random.nextInt(WORDS), 1 + random.nextInt(5));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      concepts.put("C" + random.nextInt(4), random.nextInt(1 + weakest, 1001));
    }
    return new Held(words, concepts);
  }

  private static Document document(int id, Held held) {
    Document document = new Document();
    document.add(new StringField(IndexFields.ID, Integer.toString(id), Field.Store.NO));
    TermsField words = new TermsField(IndexFields.WORDS, TermsField.WITH_LENGTH);
    held.words.forEach((word, times) -> words.add(List.of(word), times));
    document.add(words);
    TermsField concepts = new TermsField(IndexFields.CONCEPT, TermsField.PLAIN);
    held.concepts.forEach(concepts::raise);
    document.add(concepts);
    return document;
  }

  private static Clause word(String term, double weight) {
    return new Clause.Word(IndexFields.WORDS, term).times(weight);
  }

  private static List<Integer> found(DirectoryReader reader, Clause sum, double hit)
      throws IOException {
    EntryQuery.Part part = new EntryQuery.Part(sum, 1, false);
    CachingSearcher searcher = new CachingSearcher(reader);
    searcher.setSimilarity(new SearchSimilarity());
    ClauseRenderer renderer = new ClauseRenderer(searcher);
    return new HitFinder(searcher, renderer, Deadline.NONE, List.of(part), hit, 3)
        .find(null)
        .docs();
  }

  @Seeded(runs = 20)
  void matches_areWhatReachesTheMinimumWithItsConceptsAndWords(Random random) throws IOException {
    List<Held> all = new ArrayList<>();
    // So high that a concept mostly suffices alone, or so low that it does not.
    int weakest = random.nextBoolean() ? 0 : 400;
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (int id = 0; id < 20_000; id++) {
          all.add(held(random, weakest));
          writer.addDocument(document(id, all.get(id)));
          if (id == 18_000) {
            writer.flush();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Map<String, Double> words = new HashMap<>();
        Map<String, Double> concepts = new HashMap<>();
        boolean isWithConcept = random.nextBoolean();
        List<Clause> sum = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
          double weight = random.nextInt(1, 40) / 100.0;
          String word = "w" + random.nextInt(WORDS);
          if (words.putIfAbsent(word, weight) == null) {
            sum.add(word(word, weight));
          }
        }
        if (isWithConcept) {
          concepts.put("C1", 0.5);
          sum.add(new Clause.Concept(new Code("C1")).times(0.5));
        }
        double minimum = random.nextInt(1, 30) / 100.0;
        Set<Integer> found = Set.copyOf(found(reader, new Clause.Sum(sum), minimum));
        for (int doc = 0; doc < all.size(); doc++) {
          double gain = gain(all.get(doc), words, concepts);
          if (Math.abs(gain - minimum) >= 0.001) {
            assertEquals(gain >= minimum, found.contains(doc), "document " + doc);
          }
        }
        assertTrue(found.size() < all.size());
      }
    }
  }

  private static double gain(Held held, Map<String, Double> words, Map<String, Double> concepts) {
    double gain = 0;
    for (Map.Entry<String, Double> each : words.entrySet()) {
      gain += held.words.containsKey(each.getKey()) ? each.getValue() / 1.75 : 0;
    }
    for (Map.Entry<String, Double> each : concepts.entrySet()) {
      gain += each.getValue() * held.concepts.getOrDefault(each.getKey(), 0) / 1000.0;
    }
    return gain;
  }
}
