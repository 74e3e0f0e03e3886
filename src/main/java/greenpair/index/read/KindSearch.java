package greenpair.index.read;

import greenpair.catalog.Language;
import greenpair.index.analysis.Names;
import greenpair.index.analysis.QueryWords;
import greenpair.index.analysis.Strengths;
import greenpair.index.document.FacetTable;
import greenpair.index.document.SearchFields;
import greenpair.index.meaning.MeaningColumn;
import greenpair.index.query.Facet;
import greenpair.index.query.Rendered;
import greenpair.index.query.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Search by people in one kind: what its index knows of words and names, and the queries that are
/// asked of it.
final class KindSearch {
  /// Words of one text that are looked at for slips; whoever makes more has pasted a list.
  private static final int MOST_SLIPS = 4;

  private static final int KEPT_SLIPS = 1_000;

  /// Entries whose texts are read for a phrase.
  private static final int MOST_READ = 50;

  private final Map<String, List<String>> slips =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
              return size() > KEPT_SLIPS;
            }
          });
  private final DirectoryReader reader;
  private final LiveSearcher searcher;
  private final FacetColumns facets;
  private final MeaningColumn meanings;
  private final Strengths strengths;

  KindSearch(DirectoryReader reader, FacetTable facets, Strengths strengths) throws IOException {
    this.reader = reader;
    this.facets = new FacetColumns(reader, facets);
    this.meanings = new MeaningColumn(reader);
    this.strengths = strengths;
    this.searcher = new LiveSearcher(reader);
    this.searcher.setSimilarity(new SearchSimilarity());
  }

  /// A query made ready for this kind.
  KindQuery query(SearchQuery query, SearchSettings settings, Deadline deadline) {
    return new KindQuery(searcher, facets, meanings, query, settings, strengths, deadline);
  }

  /// The best grade of what proves an entry, as the facet has it: `a` to `d`, or `none` without a
  /// case; nothing for a kind that nothing proves.
  Optional<String> evidence(int doc) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), SearchFields.FACETS);
    if (!column.advanceExact(doc - leaf.docBase)) {
      return Optional.empty();
    }
    BytesRef packed = column.binaryValue();
    int[] numbers = new int[packed.length];
    int count = FacetTable.unpack(packed, numbers);
    for (int i = 0; i < count; i++) {
      FacetTable.Value value = facets.table().value(numbers[i]);
      if (value.facet() == Facet.EVIDENCE) {
        return Optional.of(value.value());
      }
    }
    return Optional.empty();
  }

  /// Words as this kind knows them, in the same order.
  ///
  /// @param across what a pair of characters counts that no word holds
  List<SearchQuery.Word> words(List<QueryWords.Token> tokens, double across) throws IOException {
    List<SearchQuery.Word> found = new ArrayList<>();
    int looked = 0;
    for (QueryWords.Token token : tokens) {
      Term term = new Term(SearchFields.WORDS, token.term());
      long df = searcher.frequency(searcher.states(term), term);
      boolean mayBeSlip = df == 0 && !token.isHan() && looked++ < MOST_SLIPS;
      List<String> near = mayBeSlip ? near(token.term()) : List.of();
      found.add(
          new SearchQuery.Word(
              token.term(),
              token.start(),
              token.end(),
              token.isWhole() ? 1 : across,
              idf(df),
              df > 0,
              near));
    }
    return found;
  }

  /// Words as entries of this kind say them in the other language. A word is as rare as its most
  /// frequent rendering, and one of several terms as the rarest of these.
  ///
  /// @param words with all renderings
  List<Rendered> rendered(List<Rendered> words, Deadline deadline) throws IOException {
    List<Rendered> found = new ArrayList<>(words.size());
    for (Rendered word : words) {
      deadline.check();
      List<Rendered.Rendering> there = new ArrayList<>();
      long most = 0;
      for (Rendered.Rendering each : word.renderings()) {
        long df = reader.numDocs();
        for (String text : each.terms()) {
          Term term = new Term(SearchFields.WORDS, text);
          df = Math.min(df, searcher.frequency(searcher.states(term), term));
        }
        if (df > 0) {
          there.add(each);
          most = Math.max(most, df);
        }
      }
      double idf = idf(most);
      found.add(new Rendered(word.written(), word.start(), word.end(), word.weight(), idf, there));
    }
    return found;
  }

  /// Number of entries whose texts are only in that language.
  long only(Language language) throws IOException {
    return searcher.frequency(new Term(SearchFields.ONLY, language.word()));
  }

  /// Dear, since an automaton is built for each word, and people send the same slip again.
  private List<String> near(String word) throws IOException {
    List<String> known = slips.get(word);
    if (known == null) {
      known = Spelling.near(searcher, word);
      slips.put(word, known);
    }
    return known;
  }

  private double idf(long df) {
    double all = Math.max(1, reader.numDocs());
    return Math.log(1 + (all - df + 0.5) / (df + 0.5));
  }

  boolean isName(String name) throws IOException {
    String whole = Names.whole(name);
    return !whole.isEmpty() && isKey(whole);
  }

  /// Names of entries that stand in the text, the longest at each place, as written by key.
  Map<String, String> namesIn(String text) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    int from = 0;
    for (Names.Window window : Names.windows(text)) {
      if (window.start() >= from && isKey(window.key())) {
        found.putIfAbsent(window.key(), window.written());
        from = window.end();
      }
    }
    return found;
  }

  private boolean isKey(String key) throws IOException {
    return searcher.frequency(new Term(SearchFields.WHOLE, key)) > 0;
  }

  /// How many entries have the code of their own.
  long entriesWith(String code) throws IOException {
    return searcher.frequency(new Term(SearchFields.OWN, code));
  }

  /// The first entries that have all words of a text, not many.
  List<Integer> withAll(List<QueryWords.Token> tokens) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryWords.Token token : tokens) {
      Query word = new TermQuery(new Term(SearchFields.WORDS, token.term()));
      all.add(word, BooleanClause.Occur.FILTER);
    }
    List<Integer> docs = new ArrayList<>();
    for (ScoreDoc each : searcher.search(all.build(), MOST_READ).scoreDocs) {
      docs.add(each.doc);
    }
    return docs;
  }

  /// How many entries answer the concept.
  long answering(String code) throws IOException {
    return searcher.frequency(new Term(SearchFields.CONCEPT, code));
  }

  long count() {
    return reader.numDocs();
  }

  List<SearchQuery.Place> typed(String written, int limit) throws IOException {
    return new PrefixSuggester(reader, searcher).begin(Names.key(written), limit);
  }
}
