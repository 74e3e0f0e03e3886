package greenpair.index;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Search by people in one kind. A score is the weighted sum of its parts, each in [0, 1], so it
/// needs no candidates of a fixed number: every match is scored exactly, counted and paged through.
final class KindSearch {
  /// Words of one text that are looked at for slips; whoever makes more has pasted a list.
  private static final int MOST_SLIPS = 4;

  private static final int KEPT_SLIPS = 1_000;

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
  private final IndexSearcher searcher;
  private final QueryWords words;

  KindSearch(DirectoryReader reader, IndexSettings settings) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.searcher.setSimilarity(new Saturation());
    this.words = new QueryWords(settings);
  }

  /// The words of a text as this kind knows them, in order of place.
  ///
  /// @param across what a pair of characters counts that no word holds
  List<SearchQuery.Word> words(String text, double across) throws IOException {
    List<SearchQuery.Word> found = new ArrayList<>();
    int looked = 0;
    for (QueryWords.Token token : words.read(text)) {
      long df = frequency(token.term());
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

  /// Asked several times for one query, and dear: an automaton is built for each word.
  private List<String> near(String word) throws IOException {
    List<String> known = slips.get(word);
    if (known == null) {
      known = Spelling.near(reader, word);
      slips.put(word, known);
    }
    return known;
  }

  /// In the field where it is most frequent.
  private long frequency(String term) throws IOException {
    long most = 0;
    for (String field : SearchFields.WORDS) {
      most = Math.max(most, reader.docFreq(new Term(field, term)));
    }
    return most;
  }

  private double idf(long df) {
    double all = Math.max(1, reader.numDocs());
    return Math.log(1 + (all - df + 0.5) / (df + 0.5));
  }

  /// The hits behind a place, best first.
  ///
  /// @param after null for the first page
  /// @param language of the order by name
  SearchQuery.Found search(
      SearchQuery query,
      SearchSettings settings,
      SearchQuery.Order order,
      Language language,
      SearchQuery.@Nullable Place after,
      int limit,
      boolean isCounting)
      throws IOException {
    Query wanted = narrowed(query, settings);
    double minimum = query.isOpen() ? 0 : settings.minimum();
    var selected = query.selection().values();
    int most = Math.max(1, Math.min(limit, reader.maxDoc()));
    TopDocs top;
    FacetCollector facets;
    if (order == SearchQuery.Order.RELEVANCE) {
      ScoreDoc place = after == null ? null : new ScoreDoc(after.doc(), after.score());
      var collector =
          new TopScoreDocCollectorManager(most, place, Integer.MAX_VALUE).newCollector();
      facets = collect(wanted, collector, minimum, selected, isCounting);
      top = collector.topDocs();
    } else {
      Sort sort = new Sort(sortField(order, language), SortField.FIELD_DOC);
      FieldDoc place = after == null ? null : fieldDoc(after, order);
      var collector =
          new TopFieldCollectorManager(sort, most, place, Integer.MAX_VALUE).newCollector();
      facets = collect(wanted, collector, minimum, selected, isCounting);
      top = collector.topDocs();
    }
    List<SearchQuery.Place> places = new ArrayList<>();
    for (ScoreDoc doc : top.scoreDocs) {
      places.add(place(doc, order));
    }
    return new SearchQuery.Found(facets.total(), places, facets.counts());
  }

  private FacetCollector collect(
      Query wanted,
      Collector hits,
      double minimum,
      Map<Facet, Set<String>> selected,
      boolean isCounting)
      throws IOException {
    FacetCollector facets = new FacetCollector(hits, minimum, selected, isCounting);
    return searcher.search(wanted, facets.alone());
  }

  private static SortField sortField(SearchQuery.Order order, Language language) {
    return order == SearchQuery.Order.NAME
        ? new SortField(SearchFields.SORT + language, SortField.Type.STRING)
        : new SortField(SearchFields.EVIDENCE, SortField.Type.LONG, true);
  }

  private static FieldDoc fieldDoc(SearchQuery.Place place, SearchQuery.Order order) {
    Object key =
        order == SearchQuery.Order.NAME ? new BytesRef(place.key()) : (Object) place.evidence();
    return new FieldDoc(place.doc(), 0, new Object[] {key, place.doc()});
  }

  private static SearchQuery.Place place(ScoreDoc doc, SearchQuery.Order order) {
    if (doc instanceof FieldDoc sorted && sorted.fields.length > 0) {
      boolean byName = order == SearchQuery.Order.NAME;
      byte[] key = new byte[0];
      long evidence = 0;
      if (byName && sorted.fields[0] instanceof BytesRef bytes) {
        key = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
      } else if (sorted.fields[0] instanceof Long number) {
        evidence = number;
      }
      return new SearchQuery.Place(doc.doc, 0, key, evidence);
    }
    return new SearchQuery.Place(doc.doc, doc.score, new byte[0], 0);
  }

  private Query narrowed(SearchQuery query, SearchSettings settings) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (query.isOpen()) {
      all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST);
    } else {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      parts(query, settings)
          .forEach(
              (part, addend) ->
                  any.add(
                      new BoostQuery(addend.query(), (float) addend.weight()),
                      BooleanClause.Occur.SHOULD));
      all.add(any.build(), BooleanClause.Occur.MUST);
    }
    EntryId city = query.selection().provenIn();
    if (city != null) {
      Term proven = new Term(SearchFields.PROVEN, city.value());
      all.add(new TermQuery(proven), BooleanClause.Occur.FILTER);
    }
    query
        .excluded()
        .forEach(
            code ->
                all.add(
                    new TermQuery(new Term(SearchFields.MAIN, code.value())),
                    BooleanClause.Occur.MUST_NOT));
    return all.build();
  }

  /// The addends of the score by part.
  Map<SearchSettings.Part, SearchParts.Addend> parts(SearchQuery query, SearchSettings settings)
      throws IOException {
    return new SearchParts(settings)
        .of(
            query,
            words(query.labels(), settings.across()),
            words(query.words(), settings.across()));
  }

  /// The values of the parts for documents, given in any order.
  List<Map<SearchSettings.Part, Double>> values(
      SearchQuery query, SearchSettings settings, List<Integer> docs) throws IOException {
    List<Map<SearchSettings.Part, Double>> values = new ArrayList<>();
    docs.forEach(doc -> values.add(new EnumMap<>(SearchSettings.Part.class)));
    for (var each : parts(query, settings).entrySet()) {
      Query part = each.getValue().query();
      Weight weight = searcher.createWeight(searcher.rewrite(part), ScoreMode.COMPLETE, 1);
      for (int i = 0; i < docs.size(); i++) {
        values.get(i).put(each.getKey(), Math.min(1.0, score(weight, docs.get(i))));
      }
    }
    return values;
  }

  private double score(Weight weight, int doc) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      int within = doc - leaf.docBase;
      if (within >= 0 && within < leaf.reader().maxDoc()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
          return 0;
        }
        var two = scorer.twoPhaseIterator();
        DocIdSetIterator at = two == null ? scorer.iterator() : two.approximation();
        boolean stands = at.advance(within) == within && (two == null || two.matches());
        return stands ? scorer.score() : 0;
      }
    }
    return 0;
  }

  /// The places in a text where a word of the query stands, in order.
  List<int[]> marks(String text, Set<String> terms) throws IOException {
    List<int[]> marks = new ArrayList<>();
    for (QueryWords.Token token : words.places(text)) {
      if (terms.contains(token.term())) {
        marks.add(new int[] {token.start(), token.end()});
      }
    }
    return marks;
  }

  /// The terms whose places are worth marking: whole words that occur, and near ones of others.
  Set<String> marked(SearchQuery query, SearchSettings settings) throws IOException {
    Set<String> terms = new HashSet<>();
    for (String text : List.of(query.words(), query.labels())) {
      for (SearchQuery.Word word : words(text, settings.across())) {
        if (word.weight() == 1) {
          terms.add(word.term());
          terms.addAll(word.near());
        }
      }
    }
    return terms;
  }

  boolean isName(String name) throws IOException {
    String whole = Names.whole(name);
    return !whole.isEmpty() && reader.docFreq(new Term(SearchFields.WHOLE, whole)) > 0;
  }

  /// How many entries have the code of their own.
  long entriesWith(String code) throws IOException {
    return reader.docFreq(new Term(SearchFields.OWN, code));
  }

  List<SearchQuery.Place> typed(String written, int limit) throws IOException {
    return new Typed(reader, searcher).begin(Names.key(written), limit);
  }

  static Query constant(String field, String term) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, term)));
  }
}
