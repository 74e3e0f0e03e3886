package greenpair.index;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.document.EntryText;
import greenpair.index.read.OpenGeneration;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
/// in-memory index, for evaluation only.
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

  /// All entries that share a word with the query, best first.
  public List<Entry> ranking(String query) {
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
