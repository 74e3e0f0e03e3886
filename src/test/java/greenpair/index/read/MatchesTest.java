package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.document.CoreFields;
import greenpair.index.document.SearchFields;
import greenpair.index.document.TermsField;
import greenpair.index.score.TermSum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/// What a query finds, beside the same rule applied document by document.
class MatchesTest {
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
    document.add(new StringField(CoreFields.ID, Integer.toString(id), Field.Store.NO));
    TermsField words = new TermsField(SearchFields.WORDS, TermsField.WITH_LENGTH);
    held.words.forEach((word, times) -> words.add(List.of(word), times));
    document.add(words);
    TermsField concepts = new TermsField(SearchFields.CONCEPT, TermsField.PLAIN);
    held.concepts.forEach(concepts::raise);
    document.add(concepts);
    return document;
  }

  private static Query term(String field, String term, float weight) {
    return new BoostQuery(new TermQuery(new Term(field, term)), weight);
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
        writer.deleteDocuments(new Term(CoreFields.ID, "5"), new Term(CoreFields.ID, "19000"));
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Map<String, Double> words = new HashMap<>();
        Map<String, Double> concepts = new HashMap<>();
        int least = 1 + random.nextInt(2);
        BooleanQuery.Builder sum = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
          float weight = random.nextInt(1, 40) / 100f;
          String word = "w" + random.nextInt(WORDS);
          words.merge(word, (double) weight, Double::sum);
          sum.add(term(SearchFields.WORDS, word, weight), BooleanClause.Occur.SHOULD);
        }
        if (least == 1) {
          concepts.put("C1", 0.5);
          sum.add(term(SearchFields.CONCEPT, "C1", 0.5f), BooleanClause.Occur.SHOULD);
        }
        TermSum addends = new TermSum();
        addends.add(sum.build(), 1);
        double minimum = random.nextInt(1, 30) / 100.0;
        LiveSearcher searcher = new LiveSearcher(reader);
        FixedBitSet[] found =
            new Matches(searcher, Deadline.NONE, addends, minimum, least, 3).all();
        int doc = 0;
        int hits = 0;
        for (FixedBitSet segment : found) {
          for (int at = 0; at < segment.length(); at++, doc++) {
            boolean isThere = doc != 5 && doc != 19_000;
            double gain = gain(all.get(doc), words, concepts, least);
            boolean isNear = Math.abs(gain - minimum) < 0.001;
            hits += segment.get(at) ? 1 : 0;
            if (!isNear) {
              assertEquals(isThere && gain >= minimum, segment.get(at), "document " + doc);
            }
          }
        }
        assertEquals(all.size(), doc);
        assertTrue(hits < all.size());
      }
    }
  }

  /// One pair of characters is no word of the other language, and a whole word of several counts
  /// as two.
  @Test
  void renderingOfSeveralTerms_isEnoughOnlyAsAWhole() throws IOException {
    List<Set<String>> all =
        List.of(
            Set.of("giraffe", "bus"),
            Set.of("giraffe"),
            Set.of("长颈", "颈鹿"),
            Set.of("长颈", "颈鹿", "公交"),
            Set.of("giraffe", "公交"),
            Set.of("长颈"),
            Set.of("公交"));
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (int id = 0; id < all.size(); id++) {
          Map<String, Integer> words = new HashMap<>();
          all.get(id).forEach(word -> words.put(word, 1));
          writer.addDocument(document(id, new Held(words, Map.of())));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LiveSearcher searcher = new LiveSearcher(reader);
        BooleanQuery.Builder written = new BooleanQuery.Builder().setMinimumNumberShouldMatch(2);
        written.add(term(SearchFields.WORDS, "giraffe", 0.5f), BooleanClause.Occur.SHOULD);
        written.add(term(SearchFields.WORDS, "bus", 0.5f), BooleanClause.Occur.SHOULD);
        Query rendered =
            new TranslatedWordsQuery(searcher, SearchFields.WORDS, 32, 100, 2)
                .query(List.of(rendered("长颈", "颈鹿"), rendered("公交")));
        TermSum addends = new TermSum();
        addends.add(new DisjunctionMaxQuery(List.of(written.build(), rendered), 0), 1);
        FixedBitSet found = new Matches(searcher, Deadline.NONE, addends, 0.01, 2, 3).all()[0];
        List<Integer> docs = IntStream.range(0, all.size()).filter(found::get).boxed().toList();
        assertEquals(List.of(0, 2, 3), docs);
      }
    }
  }

  private static TranslatedWord rendered(String... terms) {
    String written = String.join("", terms);
    return new TranslatedWord(
        written,
        0,
        written.length(),
        1,
        1,
        List.of(new TranslatedWord.Translation(written, List.of(terms), 1, true)));
  }

  /// 0 where too few of the words are there.
  private static double gain(
      Held held, Map<String, Double> words, Map<String, Double> concepts, int least) {
    long there = words.keySet().stream().filter(held.words::containsKey).count();
    if (least > 1 && there < least) {
      return 0;
    }
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
