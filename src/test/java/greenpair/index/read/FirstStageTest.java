package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.EntryDocumentBuilder;
import greenpair.text.Simplified;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Text scores computed by hand: the share of the words' rarity that a document contains.
class FirstStageTest {
  private static final double EXACT = 1e-6;

  private final Directory directory = new ByteBuffersDirectory();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    directory.close();
  }

  /// An index of these English texts, one document each.
  ///
  /// @param segment documents after which a new segment begins
  private FirstStage index(int segment, List<String> texts) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
      for (int i = 0; i < texts.size(); i++) {
        Document document = new Document();
        document.add(new Field(IndexFields.ENGLISH, texts.get(i), EntryDocumentBuilder.WORDS));
        writer.addDocument(document);
        if ((i + 1) % segment == 0) {
          writer.flush();
        }
      }
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    open.add(reader);
    return new FirstStage(
        new TextAnalyzers(Set.of(), Set.of(), Simplified.none()), new CachingSearcher(reader));
  }

  private FirstStage index(String... texts) throws IOException {
    return index(texts.length, List.of(texts));
  }

  private static double[] shares(FirstStage first, String text, int... docs) throws IOException {
    return first.shares(
        first.words(text).english(), java.util.Arrays.stream(docs).boxed().toList());
  }

  /// Rarity of a word that `df` of `all` documents have.
  private static double idf(int df, int all) {
    return Math.log(1 + (all - df + 0.5) / (df + 0.5));
  }

  /// BM25 of a word that occurs `tf` times, times 2.2 for it to be 1 at once in average length.
  private static double gain(double tf, double lengthToAverage) {
    return 2.2 * tf / (tf + 1.2 * (0.25 + 0.75 * lengthToAverage));
  }

  @Test
  void eachWord_onceInATextOfAverageLength_givesOne() throws IOException {
    FirstStage first = index("heat pump", "bus lamp", "heat lamp");
    assertArrayEquals(new double[] {1}, shares(first, "heat pump", 0), EXACT);
    assertArrayEquals(new double[] {1}, shares(first, "lamp", 2), EXACT);
  }

  @Test
  void oneOfTwoWords_inATextOfAverageLength_givesItsShareOfTheRarity() throws IOException {
    FirstStage first = index("heat pump", "bus lamp", "heat lamp");
    double heat = idf(2, 3);
    double bus = idf(1, 3);
    double[] expected = {heat / (heat + bus), bus / (heat + bus), heat / (heat + bus)};
    assertArrayEquals(expected, shares(first, "heat bus", 0, 1, 2), EXACT);
  }

  @Test
  void word_thatNoDocumentHas_countsAsTheRarest() throws IOException {
    FirstStage first = index("heat pump", "bus lamp", "heat lamp");
    double heat = idf(2, 3);
    double unknown = idf(0, 3);
    double[] expected = {heat / (heat + unknown), 0};
    assertArrayEquals(expected, shares(first, "heat geyser", 0, 1), EXACT);
  }

  /// Lucene takes 1,024 clauses; the rarest words are scored, and all of them lower the share.
  @Test
  void moreWordsThanLuceneTakes_areScoredAllTheSame() throws IOException {
    FirstStage first = index("heat pump", "bus lamp", "heat lamp");
    StringBuilder text = new StringBuilder("heat");
    for (int i = 0; i < 1_500; i++) {
      text.append(" w").append(i);
    }
    double[] shares = shares(first, text.toString(), 0, 1);
    assertTrue(shares[0] > 0 && shares[0] < 0.01, () -> "" + shares[0]);
    assertArrayEquals(new double[] {0}, new double[] {shares[1]}, 0);
  }

  @Test
  void lengthAndFrequency_countAsInBm25() throws IOException {
    // Lengths 1, 2 and 3: 2 on average.
    FirstStage first = index("heat", "bus heat", "lamp lamp bus");
    double lamp = idf(1, 3);
    double bus = idf(2, 3);
    double heat = idf(2, 3);
    double all = lamp + bus + heat;
    double[] expected = {
      heat * gain(1, 0.5) / all,
      (bus * gain(1, 1) + heat * gain(1, 1)) / all,
      (lamp * gain(2, 1.5) + bus * gain(1, 1.5)) / all
    };
    assertArrayEquals(expected, shares(first, "lamp bus heat", 0, 1, 2), EXACT);
  }

  @Test
  void shortTextOfTheWord_isBoundedByOne() throws IOException {
    FirstStage first = index("heat heat heat", "bus lamp pump pump pump");
    assertArrayEquals(new double[] {1, 0}, shares(first, "heat", 0, 1), 0);
  }

  @Test
  void queryWithoutWords_givesZeros() throws IOException {
    FirstStage first = index("heat pump");
    assertArrayEquals(new double[] {0}, shares(first, "", 0), 0);
    assertArrayEquals(new double[] {0}, shares(first, " … 氢能 ", 0), 0);
    assertArrayEquals(new double[0], shares(first, "heat"), 0);
  }

  @Test
  void wordTwiceInTheQuery_countsOnce() throws IOException {
    FirstStage first = index("heat pump", "bus lamp", "heat lamp");
    assertArrayEquals(
        shares(first, "heat bus", 0, 1, 2), shares(first, "heat bus heat heat buses", 0, 1, 2), 0);
  }

  @Seeded
  void shares_ofRandomTexts_areBoundedAndTheSameInAnySegmentsAndCompany(Random random)
      throws IOException {
    String[] words = {"heat", "pump", "bus", "lamp", "grid", "rare" + random.nextInt(3)};
    List<String> texts = new ArrayList<>();
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      texts.add(some(random, words, 1 + random.nextInt(12)));
    }
    FirstStage first = index(1 + random.nextInt(8), texts);
    String query = some(random, words, 1 + random.nextInt(5)) + " unheard";
    int[] all = IntStream.range(0, texts.size()).toArray();
    double[] shares = shares(first, query, all);

    double[] byHand = byHand(texts, query);
    for (int doc : all) {
      assertTrue(shares[doc] >= 0 && shares[doc] <= 1, shares[doc] + " of " + texts.get(doc));
      assertEquals(byHand[doc], shares[doc], 1e-5, texts.get(doc) + " for " + query);
      assertArrayEquals(new double[] {shares[doc]}, shares(first, query, doc), 0);
    }
    int[] some = IntStream.of(all).filter(doc -> random.nextBoolean()).toArray();
    assertArrayEquals(
        IntStream.of(some).mapToDouble(doc -> shares[doc]).toArray(),
        shares(first, query, some),
        0);
  }

  /// The formula without an index. Lengths up to 40 lose nothing in Lucene's byte.
  private static double[] byHand(List<String> texts, String query) {
    List<List<String>> documents = texts.stream().map(text -> List.of(text.split(" "))).toList();
    double average = documents.stream().mapToInt(List::size).average().orElseThrow();
    double[] shares = new double[texts.size()];
    double bound = 0;
    for (String word : new TreeSet<>(List.of(query.split(" ")))) {
      int df = (int) documents.stream().filter(each -> each.contains(word)).count();
      bound += idf(df, texts.size());
      for (int doc = 0; doc < shares.length; doc++) {
        List<String> document = documents.get(doc);
        long tf = document.stream().filter(word::equals).count();
        shares[doc] += idf(df, texts.size()) * gain((double) tf, document.size() / average);
      }
    }
    for (int doc = 0; doc < shares.length; doc++) {
      shares[doc] = Math.min(1, shares[doc] / bound);
    }
    return shares;
  }

  private static String some(Random random, String[] words, int count) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(words[random.nextInt(words.length)]);
    }
    return String.join(" ", chosen);
  }
}
