package greenpair.bench;

import module java.base;

import greenpair.catalog.Text;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/// Plain Lucene in process on the firms of the comparison: words in names and descriptions, three
/// facets counted over all hits, the ten best read and marked. One segment.
final class BareEngine implements AutoCloseable {
  private static final int PLACES = 10;
  static final float TITLE = 3;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Analyzer analyzer = analyzer();

  private BareEngine(Path folder) throws IOException {
    directory = new MMapDirectory(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  private static Analyzer analyzer() {
    Analyzer chinese = new CJKAnalyzer();
    return new PerFieldAnalyzerWrapper(
        new EnglishAnalyzer(), Map.of("title_zh", chinese, "body_zh", chinese));
  }

  static BareEngine open(CompareCorpus corpus) throws IOException {
    Path folder = Catalogs.ROOT.resolve("bare-" + corpus.firms());
    if (!Files.isDirectory(folder)) {
      Path unfinished =
          Files.createTempDirectory(Files.createDirectories(Catalogs.ROOT), "unfinished");
      try (Directory to = new MMapDirectory(unfinished);
          IndexWriter writer = new IndexWriter(to, new IndexWriterConfig(analyzer()))) {
        for (int number = 0; number < corpus.firms(); number++) {
          writer.addDocument(document(corpus.doc(number)));
        }
        writer.forceMerge(1);
      }
      Files.move(unfinished, folder);
    }
    return new BareEngine(folder);
  }

  private static Document document(CompareCorpus.Doc doc) {
    Document document = new Document();
    document.add(new StringField("id", doc.id(), Field.Store.YES));
    texts(document, "title", doc.name());
    texts(document, "body", doc.description());
    values(document, "sector", doc.sectors());
    values(document, "country", Set.of(doc.country()));
    values(document, "market", doc.markets());
    return document;
  }

  private static void texts(Document document, String field, Text text) {
    document.add(new TextField(field + "_en", String.valueOf(text.en()), Field.Store.NO));
    document.add(new StoredField(field, String.valueOf(text.en())));
    if (text.zh() != null) {
      document.add(new TextField(field + "_zh", text.zh(), Field.Store.NO));
      document.add(new StoredField(field, text.zh()));
    }
  }

  private static void values(Document document, String field, Set<String> values) {
    for (String value : values) {
      document.add(new StringField(field, value, Field.Store.NO));
      document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }
  }

  /// Searches, counts, reads and marks.
  ///
  /// @return hits, counted values, marks: what cannot be optimised away
  long search(CompareCorpus.Query asked) throws IOException {
    String language = asked.isChinese() ? "_zh" : "_en";
    Set<String> terms = terms("body" + language, asked.text());
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String term : terms) {
      words.add(term("title" + language, term, TITLE), BooleanClause.Occur.SHOULD);
      words.add(term("body" + language, term, 1), BooleanClause.Occur.SHOULD);
    }
    BooleanQuery.Builder all =
        new BooleanQuery.Builder().add(words.build(), BooleanClause.Occur.MUST);
    if (asked.isFiltered()) {
      all.add(term("country", asked.country(), 1), BooleanClause.Occur.FILTER);
      all.add(term("sector", asked.sector(), 1), BooleanClause.Occur.FILTER);
    }
    BareCounting counting = searcher.search(all.build(), BareCounting.of(PLACES));
    long sum = counting.values();
    for (ScoreDoc hit : counting.best()) {
      for (String text : reader.storedFields().document(hit.doc).getValues("body")) {
        sum += marks("body" + language, text, terms);
      }
    }
    return sum;
  }

  private static org.apache.lucene.search.Query term(String field, String term, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, term)), boost);
  }

  private Set<String> terms(String field, String text) throws IOException {
    Set<String> terms = new HashSet<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }

  private int marks(String field, String text, Set<String> terms) throws IOException {
    StringBuilder marked = new StringBuilder();
    int from = 0;
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (place.startOffset() >= from && terms.contains(term.toString())) {
          marked.append(text, from, place.startOffset()).append("<em>");
          marked.append(text, place.startOffset(), place.endOffset()).append("</em>");
          from = place.endOffset();
        }
      }
      stream.end();
    }
    return marked.append(text.substring(from)).length();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
