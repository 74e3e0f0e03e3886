package greenpair.bench;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.index.document.EntryText;
import greenpair.index.read.OpenGeneration;
import greenpair.index.read.Snapshot;
import greenpair.search.Search;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// The baseline of search: BM25 over the same texts with Lucene's own analyzers. All kinds in one
/// in-memory index.
public final class Baseline {
  private final List<Entry> entries = new ArrayList<>();
  private final IndexSearcher searcher;
  private final Analyzer analyzer;
  private final List<String> fields;

  /// The analyzers to use.
  public enum Form {
    /// `StandardAnalyzer`: Chinese as single characters.
    STANDARD,
    /// `EnglishAnalyzer` and `CJKAnalyzer`, a field each: stems, and pairs of characters.
    PER_LANGUAGE
  }

  private Baseline(Form form, List<Entry> all, Taxonomy taxonomy) throws IOException {
    this.fields = form == Form.STANDARD ? List.of("all") : List.of("en", "zh");
    this.analyzer =
        form == Form.STANDARD
            ? new StandardAnalyzer()
            : new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), Map.of("zh", new CJKAnalyzer()));
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Entry entry : all) {
        Document document = new Document();
        String text = text(entry, taxonomy);
        fields.forEach(field -> document.add(new TextField(field, text, Field.Store.NO)));
        writer.addDocument(document);
        entries.add(entry);
      }
      writer.forceMerge(1);
    }
    this.searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  /// Indexes the entries of those kinds.
  public static Baseline of(Form form, List<Kind> kinds, Snapshot snapshot, Taxonomy taxonomy) {
    List<Entry> all = new ArrayList<>();
    for (Kind kind : kinds) {
      all.addAll(snapshot.entries(kind, 0, Math.toIntExact(snapshot.manifest().count(kind))));
    }
    return OpenGeneration.read(() -> new Baseline(form, all, taxonomy));
  }

  private static String text(Entry entry, Taxonomy taxonomy) {
    StringBuilder text = new StringBuilder(String.join("\n", EntryText.names(entry)));
    for (Language language : Language.values()) {
      text.append('\n').append(EntryText.body(entry, language));
      entry
          .technologies()
          .forEach(code -> text.append(taxonomy.label(code).best(language)).append('\n'));
    }
    return text.toString();
  }

  /// Answers queries with the same filters as the search.
  public Rankings run(List<SearchTopic> topics, Snapshot snapshot, Search search) {
    List<SearchTopic> open =
        topics.stream()
            .map(
                each ->
                    new SearchTopic(
                        each.id(),
                        each.pair(),
                        each.sort(),
                        each.speaker(),
                        each.language(),
                        "",
                        each.filters()))
            .toList();
    Rankings allowed = new SearchRunner(search, Integer.MAX_VALUE / 2).run("open", open, snapshot);
    Map<String, List<String>> rankings = new HashMap<>();
    for (SearchTopic topic : topics) {
      Set<String> some = Set.copyOf(allowed.of(topic.id()));
      rankings.put(
          topic.id(),
          ranking(topic.q()).stream()
              .map(each -> each.kind().word() + ":" + each.id())
              .filter(some::contains)
              .toList());
    }
    return new Rankings("bm25", rankings);
  }

  /// All entries that share a word with the query, best first.
  private List<Entry> ranking(String query) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    QueryBuilder builder = new QueryBuilder(analyzer);
    for (String field : fields) {
      Query words = builder.createBooleanQuery(field, query);
      if (words != null) {
        any.add(words, BooleanClause.Occur.SHOULD);
      }
    }
    return OpenGeneration.read(
        () -> {
          List<Entry> ranking = new ArrayList<>();
          for (ScoreDoc hit : searcher.search(any.build(), Math.max(1, entries.size())).scoreDocs) {
            ranking.add(entries.get(hit.doc));
          }
          return ranking;
        });
  }
}
