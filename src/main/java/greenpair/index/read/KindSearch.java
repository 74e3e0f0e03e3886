package greenpair.index.read;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Language;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.NameKeys;
import greenpair.index.analysis.QueryWords;
import greenpair.index.analysis.Strengths;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.document.SearchFields;
import greenpair.index.vector.VectorColumn;
import greenpair.text.Pinyin;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// User search in one kind: look-ups of words and names in its index, and its queries.
final class KindSearch {
  private static final int KEPT_NEAR_WORDS = 1_000;

  /// Number of entries whose texts are checked for a phrase.
  private static final int MOST_READ = 50;

  private static final int FEW_READ = 3;

  private final Cache<String, List<String>> nearWords =
      Caffeine.newBuilder().maximumSize(KEPT_NEAR_WORDS).build();
  private final DirectoryReader reader;
  private final CachingSearcher searcher;
  private final KindFacets facets;
  private final VectorColumn meanings;
  private final IndexSettings settings;

  KindSearch(DirectoryReader reader, IndexSettings settings) throws IOException {
    this.reader = reader;
    this.facets = new KindFacets(reader);
    this.meanings = new VectorColumn(reader);
    this.settings = settings;
    this.searcher = new CachingSearcher(reader);
    this.searcher.setSimilarity(new SearchSimilarity());
  }

  /// A query prepared for this kind.
  KindQuery query(EntryQuery query, Deadline deadline) {
    int title = settings.strengths().field(Strengths.TITLE);
    return new KindQuery(searcher, facets, meanings, query, title, deadline);
  }

  /// The best grade of the deployments of an entry, as a facet value: `a` to `d`, or `none` without
  /// a case; empty for a kind that deployments do not prove.
  Optional<String> evidence(int doc) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return Optional.ofNullable(facets.value(Facet.EVIDENCE, leaf, doc - leaf.docBase));
  }

  /// Words with their statistics in this kind, in the same order.
  ///
  /// @param slips by term that may be a misspelling
  List<SearchWord> words(List<QueryWords.Token> tokens, Map<String, SpellChecker> slips)
      throws IOException {
    List<SearchWord> found = new ArrayList<>();
    for (QueryWords.Token token : tokens) {
      long df = frequency(token.term());
      SpellChecker slip = slips.get(token.term());
      found.add(
          new SearchWord(
              token.term(),
              token.isWhole() ? SearchWord.Role.WORD : SearchWord.Role.PAIR,
              token.start(),
              token.end(),
              1,
              idf(df),
              df > 0,
              slip == null ? List.of() : near(token.term(), slip)));
    }
    return found;
  }

  /// The number of entries with a word.
  long frequency(String word) throws IOException {
    return known(new Term(IndexFields.WORDS, word));
  }

  /// Words with their renderings in entries of this kind. A word is as rare as its most frequent
  /// rendering; a rendering of several terms is as rare as the rarest of them.
  ///
  /// @param words with all renderings
  List<TranslatedWord> rendered(List<TranslatedWord> words, Deadline deadline) throws IOException {
    List<TranslatedWord> found = new ArrayList<>(words.size());
    for (TranslatedWord word : words) {
      deadline.check();
      List<TranslatedWord.Translation> there = new ArrayList<>();
      long most = 0;
      for (TranslatedWord.Translation each : word.renderings()) {
        long df = reader.numDocs();
        for (String text : each.terms()) {
          df = Math.min(df, frequency(text));
        }
        if (df > 0) {
          there.add(each);
          most = Math.max(most, df);
        }
      }
      double idf = idf(most);
      found.add(
          new TranslatedWord(word.written(), word.start(), word.end(), word.weight(), idf, there));
    }
    return found;
  }

  /// Number of entries whose texts are only in that language.
  long only(Language language) throws IOException {
    return known(new Term(IndexFields.ONLY, language.word()));
  }

  /// Cached, because misspellings recur.
  private List<String> near(String word, SpellChecker slip) throws IOException {
    List<String> known = nearWords.getIfPresent(word);
    if (known == null) {
      known = slip.near(searcher);
      nearWords.put(word, known);
    }
    return known;
  }

  private double idf(long df) {
    double all = Math.max(1, reader.numDocs());
    return Math.log(1 + (all - df + 0.5) / (df + 0.5));
  }

  /// Those of the parts of a text that are names of entries, the longest at each place: key to text
  /// as written.
  Map<String, String> namesIn(List<NameKeys.Window> parts) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    int from = 0;
    for (NameKeys.Window part : parts) {
      if (part.start() >= from && isKey(part.key())) {
        found.putIfAbsent(part.key(), part.written());
        from = part.end();
      }
    }
    return found;
  }

  /// A few entries that have a name with that key.
  List<Integer> bearers(String key) throws IOException {
    return docs(new TermQuery(SearchFields.whole(key)), FEW_READ);
  }

  /// Whether an entry has a name with that key.
  boolean isKey(String key) throws IOException {
    return searcher.frequency(SearchFields.whole(key)) > 0;
  }

  /// Entries of which a name is pronounced like Han characters.
  List<Integer> heard(String written) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String each : Pinyin.readings(written)) {
      any.add(new TermQuery(SearchFields.whole(each)), BooleanClause.Occur.SHOULD);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String each : Pinyin.syllables(written)) {
      all.add(new TermQuery(new Term(IndexFields.SOUND, each)), BooleanClause.Occur.FILTER);
    }
    any.add(all.build(), BooleanClause.Occur.SHOULD);
    return docs(any.build(), MOST_READ);
  }

  /// The units of quantities of the entries.
  List<String> units() throws IOException {
    Terms terms = MultiTerms.getTerms(reader, IndexFields.UNIT);
    TermsEnum at = terms == null ? TermsEnum.EMPTY : terms.iterator();
    List<String> units = new ArrayList<>();
    for (BytesRef term = at.next(); term != null; term = at.next()) {
      units.add(term.utf8ToString());
    }
    return units;
  }

  /// The number of entries with this code among their own.
  long entriesWith(String code) throws IOException {
    return searcher.frequency(new Term(IndexFields.OWN, code));
  }

  /// The first few entries that contain all words of a text.
  List<Integer> withAll(List<QueryWords.Token> tokens, int most) throws IOException {
    return docs(all(tokens), most);
  }

  /// The entries that contain all words of a text.
  List<Integer> withAll(List<QueryWords.Token> tokens) throws IOException {
    DocSet docs = DocSet.none(searcher);
    docs.add(all(tokens), searcher);
    return docs.docs();
  }

  private static Query all(List<QueryWords.Token> tokens) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryWords.Token token : tokens) {
      Query word = new TermQuery(new Term(IndexFields.WORDS, token.term()));
      all.add(word, BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  /// A few entries that contain a word.
  List<Integer> with(String term) throws IOException {
    return docs(new TermQuery(new Term(IndexFields.WORDS, term)), FEW_READ);
  }

  /// A few entries with a name, or the end of one, that is about one letter away from a key.
  List<Integer> near(String key) throws IOException {
    return docs(new FuzzyQuery(new Term(IndexFields.TYPED, key), 1, 1), FEW_READ);
  }

  private List<Integer> docs(Query query, int most) throws IOException {
    List<Integer> docs = new ArrayList<>();
    for (ScoreDoc each : searcher.search(query, most).scoreDocs) {
      docs.add(each.doc);
    }
    return docs;
  }

  /// The number of entries that match the concept.
  long answering(String code) throws IOException {
    return known(new Term(IndexFields.CONCEPT, code));
  }

  /// The number of entries with a value of a facet.
  long with(Facet facet, String value) throws IOException {
    return searcher.frequency(new Term(IndexFields.FACET, IndexFields.facetTerm(facet, value)));
  }

  /// Cached, for terms that every search needs.
  private long known(Term term) throws IOException {
    return searcher.states(term).docFreq();
  }

  /// The number of entries with a technology.
  long coded() throws IOException {
    return reader.getDocCount(IndexFields.MAIN);
  }

  long count() {
    return reader.numDocs();
  }

  List<EntryQuery.Place> typed(String written, int limit) throws IOException {
    return new PrefixSuggester(reader, searcher).begin(NameKeys.key(written), limit);
  }
}
