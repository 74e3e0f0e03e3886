package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.document.FacetTable;
import greenpair.index.document.Fields;
import greenpair.index.document.SearchFields;
import greenpair.index.query.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A query made ready for one kind: asked for hits first, then for what their scores are made of.
/// A score is the weighted sum of its parts, each in [0, 1], so it needs no candidates of a fixed
/// number: every match is scored exactly, counted and paged through. Valid as long as the snapshot
/// that it is of.
public final class KindQuery {
  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final FacetTable table;
  private final SearchQuery query;
  private final double minimum;
  private final Map<SearchSettings.Part, SearchParts.Addend> parts;

  KindQuery(
      LiveSearcher searcher,
      FacetTable table,
      SearchQuery query,
      SearchSettings settings,
      Deadline deadline) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.table = table;
    this.query = query;
    this.minimum = query.isOpen() ? 0 : minimum(query, settings);
    this.parts = query.isOpen() ? Map.of() : new SearchParts(settings).of(query);
  }

  private static double minimum(SearchQuery query, SearchSettings settings) {
    return query.concepts().isEmpty() ? settings.minimumWords() : settings.minimum();
  }

  /// What is asked.
  public SearchQuery query() {
    return query;
  }

  /// The share of each part in the score; empty for a query that asks for everything.
  public Map<SearchSettings.Part, Double> shares() {
    Map<SearchSettings.Part, Double> shares = new EnumMap<>(SearchSettings.Part.class);
    parts.forEach((part, addend) -> shares.put(part, addend.weight()));
    return shares;
  }

  /// The hits behind a place, in order.
  ///
  /// @param after null for the first page
  /// @param language of the order by name
  /// @param isCounting whether the values of facets are counted
  public SearchQuery.Found search(
      SearchQuery.Order order,
      Language language,
      SearchQuery.@Nullable Place after,
      int limit,
      boolean isCounting) {
    return find(lucene(), order, language, after, limit, isCounting);
  }

  /// The hits among some entries, best first. Others are passed over in the index, so what it costs
  /// grows with these and not with the catalog.
  public List<SearchQuery.Place> among(Set<EntryId> ids) {
    List<BytesRef> terms = ids.stream().map(id -> new BytesRef(id.value())).toList();
    Query narrowed =
        new BooleanQuery.Builder()
            .add(lucene(), BooleanClause.Occur.MUST)
            .add(new TermInSetQuery(Fields.ID, terms), BooleanClause.Occur.FILTER)
            .build();
    return find(narrowed, SearchQuery.Order.RELEVANCE, Language.EN, null, ids.size(), false)
        .places();
  }

  private SearchQuery.Found find(
      Query asked,
      SearchQuery.Order order,
      Language language,
      SearchQuery.@Nullable Place after,
      int limit,
      boolean isCounting) {
    int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
    TopDocsCollector<?> top = HitOrder.collector(order, language, after, most);
    FacetCollector facets =
        new FacetCollector(top, minimum, table, query.selection().values(), isCounting);
    OpenGeneration.read(() -> deadline.search(searcher, asked, facets.alone()));
    List<SearchQuery.Place> places = HitOrder.places(top.topDocs(), order);
    return new SearchQuery.Found(facets.total(), places, facets.counts());
  }

  /// What Lucene is asked.
  public Query lucene() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(query.isOpen() ? MatchAllDocsQuery.INSTANCE : sum(), BooleanClause.Occur.MUST);
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

  private Query sum() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(
        (part, addend) -> {
          if (part != SearchSettings.Part.PLACE) {
            any.add(weighed(addend), BooleanClause.Occur.SHOULD);
          }
        });
    SearchParts.Addend place = parts.get(SearchSettings.Part.PLACE);
    return place == null
        ? any.build()
        : new BooleanQuery.Builder()
            .add(any.build(), BooleanClause.Occur.MUST)
            .add(weighed(place), BooleanClause.Occur.SHOULD)
            .build();
  }

  private static Query weighed(SearchParts.Addend addend) {
    return new BoostQuery(addend.query(), (float) addend.weight());
  }

  public LiveSearcher searcher() {
    return searcher;
  }

  /// The values of the parts for documents that were found, in the given order.
  public List<Map<SearchSettings.Part, Double>> values(List<Integer> docs) {
    List<Map<SearchSettings.Part, Double>> values = new ArrayList<>();
    docs.forEach(doc -> values.add(new EnumMap<>(SearchSettings.Part.class)));
    for (Map.Entry<SearchSettings.Part, SearchParts.Addend> part : parts.entrySet()) {
      double[] scores = OpenGeneration.read(() -> scores(part.getValue().query(), docs));
      for (int i = 0; i < scores.length; i++) {
        values.get(i).put(part.getKey(), Math.min(1.0, scores[i]));
      }
    }
    return values;
  }

  /// Segment by segment and in order of documents, so that each segment is opened once.
  private double[] scores(Query part, List<Integer> docs) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(part), ScoreMode.COMPLETE, 1);
    int[] order =
        IntStream.range(0, docs.size())
            .boxed()
            .sorted(Comparator.comparing(docs::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] scores = new double[order.length];
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer =
          next < order.length && docs.get(order[next]) < end ? weight.scorer(leaf) : null;
      for (; next < order.length && docs.get(order[next]) < end; next++) {
        if (scorer != null && stands(scorer, docs.get(order[next]) - leaf.docBase)) {
          scores[order[next]] = scorer.score();
        }
      }
    }
    return scores;
  }

  private static boolean stands(Scorer scorer, int doc) throws IOException {
    TwoPhaseIterator two = scorer.twoPhaseIterator();
    DocIdSetIterator at = two == null ? scorer.iterator() : two.approximation();
    boolean isAt = at.docID() == doc || (at.docID() < doc && at.advance(doc) == doc);
    return isAt && (two == null || two.matches());
  }
}
