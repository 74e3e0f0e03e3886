package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.analysis.Strengths;
import greenpair.index.document.Fields;
import greenpair.index.meaning.MeaningColumn;
import greenpair.index.query.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A query prepared for one kind: finds hits first, then explains their scores.
///
/// Hits are found, counted and filtered without scores ([Matches]). Only hits that may be among the
/// first are scored, by the weighted sum of parts, each in [0, 1]. A kind in which no entry reaches
/// the minimum score has no hits. Valid as long as its snapshot; for use by one thread.
public final class KindQuery {
  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final FacetColumns facets;
  private final SearchQuery query;
  private final double minimum;
  private final int least;
  private final int title;
  private final @Nullable Similar similar;
  private final Map<SearchSettings.Part, SearchParts.Addend> parts;

  KindQuery(
      LiveSearcher searcher,
      FacetColumns facets,
      MeaningColumn meanings,
      SearchQuery query,
      SearchSettings settings,
      Strengths strengths,
      Deadline deadline) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.facets = facets;
    this.query = query;
    this.least = SearchParts.least(query);
    this.title = strengths.field(Strengths.TITLE);
    this.similar =
        query.isOpen() ? null : Similar.of(query, meanings, settings.meaning(), searcher, deadline);
    Query nearest = similar == null ? null : similar.query();
    this.parts =
        query.isOpen()
            ? Map.of()
            : new SearchParts(searcher, settings, strengths).of(query, nearest);
    this.minimum = query.isOpen() ? 0 : minimum(query, settings) * withoutSimilar();
  }

  /// The share of the other parts. Words and concepts must reach the minimum without similarity of
  /// meaning.
  private double withoutSimilar() {
    SearchParts.Addend part = parts.get(SearchSettings.Part.SIMILAR);
    return part == null ? 1 : 1 - part.weight() / query.share();
  }

  private static double minimum(SearchQuery query, SearchSettings settings) {
    return query.isByWords()
        ? settings.silence().minimum(query.language(), query.isRendered(), query.length())
        : settings.minimum();
  }

  /// The query.
  public SearchQuery query() {
    return query;
  }

  /// The share of each part in the score; empty for a query that matches everything.
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
    return OpenGeneration.read(
        () -> {
          FixedBitSet[] found = found();
          FacetColumns.Narrowed hits = narrow(withNear(found));
          List<SearchQuery.Place> places = places(hits, order, language, after, limit);
          if (!isReached(found, places)) {
            if (similar == null) {
              return new SearchQuery.Found(0, List.of(), Map.of());
            }
            // No words match, so only its meaning counts.
            hits = narrow(near());
            places = places(hits, order, language, after, limit);
          }
          return new SearchQuery.Found(
              hits.total(), places, isCounting ? facets.count(hits) : Map.of());
        });
  }

  private FacetColumns.Narrowed narrow(FixedBitSet[] found) throws IOException {
    return facets.narrow(searcher, found, query.selection().values());
  }

  private List<SearchQuery.Place> places(
      FacetColumns.Narrowed hits,
      SearchQuery.Order order,
      Language language,
      SearchQuery.@Nullable Place after,
      int limit)
      throws IOException {
    int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
    TopDocsCollector<?> top = HitOrder.collector(order, language, after, most);
    boolean isScored = order == SearchQuery.Order.RELEVANCE && !query.isOpen();
    if (!isScored) {
      find(new FoundQuery(hits.docs()), top);
    } else if (FewHits.are(hits.total(), searcher)) {
      int first = after == null ? most : Integer.MAX_VALUE;
      new FewHits(searcher, deadline, clauses(true)).rank(hits.docs(), first, top);
    } else if (WindowScores.areFor(clauses(true))) {
      new WindowScores(searcher, deadline, clauses(true)).rank(hits.docs(), top);
    } else if (query.selection().values().isEmpty()) {
      find(sum(null), new FoundCollector(top, hits.docs()));
    } else {
      find(sum(new FoundQuery(hits.docs())), top);
    }
    return HitOrder.places(top.topDocs(), order);
  }

  /// The number of hits. Cheaper than a search, because hits are not ranked.
  public long count() {
    return OpenGeneration.read(
        () -> {
          FixedBitSet[] found = found();
          long total = narrow(withNear(found)).total();
          if (total == 0 || isReached(found, List.of())) {
            return total;
          }
          return similar == null ? 0 : narrow(near()).total();
        });
  }

  /// The hits among some entries, best first. The cost grows with the number of these entries and
  /// not with the catalog.
  public List<SearchQuery.Place> among(Set<EntryId> ids) {
    Query named =
        new TermInSetQuery(Fields.ID, ids.stream().map(id -> new BytesRef(id.value())).toList());
    BooleanQuery.Builder narrowed =
        new BooleanQuery.Builder()
            .add(query.isOpen() ? MatchAllDocsQuery.INSTANCE : words(), BooleanClause.Occur.MUST)
            .add(named, BooleanClause.Occur.FILTER);
    place().ifPresent(each -> narrowed.add(each, BooleanClause.Occur.SHOULD));
    proven().ifPresent(each -> narrowed.add(each, BooleanClause.Occur.FILTER));
    excluded().forEach(each -> narrowed.add(each, BooleanClause.Occur.MUST_NOT));
    SearchQuery.Order order = SearchQuery.Order.RELEVANCE;
    TopDocsCollector<?> top = HitOrder.collector(order, Language.EN, null, ids.size());
    return OpenGeneration.read(
        () -> {
          if (similar == null) {
            find(narrowed.build(), new FoundCollector.Scoring(top, minimum));
          } else {
            FixedBitSet[] found = near();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
              FixedBitSet wanted = new FixedBitSet(leaf.reader().maxDoc());
              Matches.take(named, leaf, searcher, wanted);
              found[leaf.ord].and(wanted);
            }
            FoundCollector.Into into = new FoundCollector.Into(found);
            find(narrowed.build(), new FoundCollector.Scoring(into, minimum));
            find(sum(new FoundQuery(found)), top);
          }
          return HitOrder.places(top.topDocs(), order);
        });
  }

  /// The entries found by meaning alone, by segment.
  private FixedBitSet[] near() {
    FixedBitSet[] near = new FixedBitSet[searcher.getIndexReader().leaves().size()];
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      near[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
    }
    if (similar != null) {
      similar.addAlone(near, searcher);
    }
    return near;
  }

  private FixedBitSet[] withNear(FixedBitSet[] found) {
    if (similar == null) {
      return found;
    }
    FixedBitSet[] all = near();
    for (int i = 0; i < all.length; i++) {
      all[i].or(found[i]);
    }
    return all;
  }

  private void find(Query asked, Collector into) throws IOException {
    deadline.search(searcher, asked, FoundCollector.alone(into));
  }

  /// The matches of the query before facet filters, by segment.
  private FixedBitSet[] found() throws IOException {
    Addends addends = addends();
    // A text that repeats a word can score up to this factor more than one that contains it once.
    double once = query.isByWords() ? minimum * SearchSimilarity.held(1) : minimum;
    FixedBitSet[] found = new Matches(searcher, deadline, addends, once, least, title).all();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet docs = found[leaf.ord];
      if (query.isOpen()) {
        docs.set(0, docs.length());
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) {
          live.applyMask(docs, 0);
        }
      }
      FixedBitSet others = new FixedBitSet(docs.length());
      for (Query each : excluded()) {
        Matches.take(each, leaf, searcher, others);
      }
      docs.andNot(others);
      if (proven().isPresent()) {
        FixedBitSet proven = new FixedBitSet(docs.length());
        Matches.take(proven().get(), leaf, searcher, proven);
        docs.and(proven);
      }
    }
    return found;
  }

  /// Whether any match, filtered or not, reaches the minimum score without similarity of meaning.
  /// The best hit usually shows this; otherwise all matches are checked until the first that does.
  private boolean isReached(FixedBitSet[] found, List<SearchQuery.Place> best) throws IOException {
    float least = (float) minimum;
    SearchParts.Addend part = parts.get(SearchSettings.Part.SIMILAR);
    float most = part == null ? 0 : (float) part.weight();
    if (query.isOpen() || (!best.isEmpty() && best.getFirst().score() >= least + most)) {
      return true;
    }
    FoundCollector.Reaching reaching = new FoundCollector.Reaching(least);
    find(any(clauses(false)).build(), new FoundCollector(reaching, found));
    return reaching.isReached();
  }

  private Optional<Query> proven() {
    EntryId city = query.selection().provenIn();
    return Optional.ofNullable(city).map(each -> Similar.proven(query));
  }

  private List<Query> excluded() {
    return Similar.excluded(query);
  }

  /// The parts that find and score entries; a place only raises scores of matches.
  private Addends addends() {
    Addends addends = new Addends();
    parts.forEach(
        (part, addend) -> {
          if (part != SearchSettings.Part.PLACE && part != SearchSettings.Part.SIMILAR) {
            addends.add(addend.query(), (float) addend.weight());
          }
        });
    return addends;
  }

  private Query words() {
    return any(addends().clauses()).build();
  }

  private Optional<Query> place() {
    return Optional.ofNullable(parts.get(SearchSettings.Part.PLACE))
        .map(each -> new BoostQuery(each.query(), (float) each.weight()));
  }

  /// The scored parts and their weights.
  ///
  /// @param isSimilar whether by meaning too
  private Map<Query, Float> clauses(boolean isSimilar) {
    Map<Query, Float> clauses = addends().clauses();
    parts.forEach(
        (part, addend) -> {
          if (part == SearchSettings.Part.PLACE
              || (isSimilar && part == SearchSettings.Part.SIMILAR)) {
            clauses.put(addend.query(), (float) addend.weight());
          }
        });
    return clauses;
  }

  private static BooleanQuery.Builder any(Map<Query, Float> clauses) {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    clauses.forEach(
        (query, weight) -> sum.add(new BoostQuery(query, weight), BooleanClause.Occur.SHOULD));
    return sum;
  }

  /// The query that Lucene scores; it may match more than the hits.
  public Query sum(@Nullable Query filter) {
    BooleanQuery.Builder sum = any(clauses(true));
    if (filter != null) {
      sum.add(filter, BooleanClause.Occur.FILTER).setMinimumNumberShouldMatch(1);
    }
    return sum.build();
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

  /// By segment and in document order, so that each segment is opened once.
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
