package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.analysis.Strengths;
import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchQuery;
import greenpair.index.document.CoreFields;
import greenpair.index.score.FoundCollector;
import greenpair.index.score.FoundQuery;
import greenpair.index.score.WindowScores;
import greenpair.index.vector.VectorColumn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocsCollector;
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
  private final KindFacets facets;
  private final SearchQuery query;
  private final double minimum;
  private final int title;
  private final List<Map<Facet, FixedBitSet>> chosen;
  private final @Nullable SimilarEntries similar;
  private final ScoreSum sum;
  private final MatchSet finding;

  KindQuery(
      LiveSearcher searcher,
      KindFacets facets,
      VectorColumn meanings,
      SearchQuery query,
      SearchSettings settings,
      Strengths strengths,
      Deadline deadline) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.facets = facets;
    this.query = query;
    this.title = strengths.field(Strengths.TITLE);
    FixedBitSet @Nullable [] allowed = MatchSet.allowed(query, searcher);
    this.chosen = OpenGeneration.read(() -> facets.chosen(searcher, query.selection().values()));
    this.similar =
        query.isOpen()
            ? null
            : SimilarEntries.of(
                query,
                meanings,
                settings.meaning(),
                allowed,
                chosen,
                searcher.getIndexReader().leaves(),
                deadline);
    Query nearest = similar == null ? null : similar.query();
    this.sum =
        new ScoreSum(
            searcher,
            query.isOpen()
                ? Map.of()
                : new SearchParts(searcher, settings, strengths).of(query, nearest));
    this.finding = new MatchSet(searcher, deadline, query, allowed, similar);
    // Words and concepts must reach the minimum without similarity of meaning.
    double others = 1 - sum.weight(SearchSettings.Part.SIMILAR) / query.share();
    this.minimum = query.isOpen() ? 0 : minimum(query, settings) * others;
  }

  private static double minimum(SearchQuery query, SearchSettings settings) {
    return query.isByWords()
        ? settings.silence().minimum(query.language(), query.isRendered(), query.length())
        : settings.minimum();
  }

  public SearchQuery query() {
    return query;
  }

  /// The share of each part in the score; empty for a query that matches everything.
  public Map<SearchSettings.Part, Double> shares() {
    return sum.shares();
  }

  /// The values of the parts for matching documents, in the given order.
  public List<Map<SearchSettings.Part, Double>> values(List<Integer> docs) {
    return sum.values(docs);
  }

  /// The hits behind a place, in order.
  ///
  /// @param after null for the first page
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
          KindFacets.Narrowed hits = narrow(finding.withNear(found));
          List<SearchQuery.Place> places = places(hits, order, language, after, limit);
          if (!isReached(found, places)) {
            if (similar == null) {
              return new SearchQuery.Found(0, List.of(), Map.of());
            }
            // No words match, so only its meaning counts.
            hits = narrow(finding.near());
            places = places(hits, order, language, after, limit);
          }
          return new SearchQuery.Found(
              hits.total(), places, isCounting ? facets.count(hits) : Map.of());
        });
  }

  private FixedBitSet[] found() throws IOException {
    return finding.found(sum.addends(), minimum, title);
  }

  private KindFacets.Narrowed narrow(FixedBitSet[] found) {
    return facets.narrow(found, chosen);
  }

  private List<SearchQuery.Place> places(
      KindFacets.Narrowed hits,
      SearchQuery.Order order,
      Language language,
      SearchQuery.@Nullable Place after,
      int limit)
      throws IOException {
    int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
    TopDocsCollector<?> top = HitOrder.collector(order, language, after, most);
    if (order == SearchQuery.Order.RELEVANCE && !query.isOpen()) {
      rank(hits.docs(), top);
    } else {
      find(new FoundQuery(hits.docs()), top);
    }
    return HitOrder.places(top.topDocs(), order);
  }

  /// The number of hits. Cheaper than a search, because hits are not ranked.
  public long count() {
    return OpenGeneration.read(
        () -> {
          FixedBitSet[] found = found();
          long total = narrow(finding.withNear(found)).total();
          if (total == 0 || isReached(found, List.of())) {
            return total;
          }
          return similar == null ? 0 : narrow(finding.near()).total();
        });
  }

  /// The hits among some entries, best first. The cost grows with the number of these entries and
  /// not with the catalog.
  public List<SearchQuery.Place> among(Set<EntryId> ids) {
    Query named =
        new TermInSetQuery(
            CoreFields.ID, ids.stream().map(id -> new BytesRef(id.value())).toList());
    BooleanQuery.Builder narrowed =
        new BooleanQuery.Builder()
            .add(
                query.isOpen() ? MatchAllDocsQuery.INSTANCE : sum.words(), BooleanClause.Occur.MUST)
            .add(named, BooleanClause.Occur.FILTER);
    sum.conditions().forEach(each -> narrowed.add(each, BooleanClause.Occur.SHOULD));
    MatchSet.proven(query).ifPresent(each -> narrowed.add(each, BooleanClause.Occur.FILTER));
    MatchSet.excluded(query).forEach(each -> narrowed.add(each, BooleanClause.Occur.MUST_NOT));
    SearchQuery.Order order = SearchQuery.Order.RELEVANCE;
    TopDocsCollector<?> top = HitOrder.collector(order, Language.EN, null, ids.size());
    return OpenGeneration.read(
        () -> {
          if (similar == null) {
            find(narrowed.build(), new FoundCollector.Scoring(top, minimum));
          } else {
            FixedBitSet[] found = finding.near();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
              FixedBitSet wanted = new FixedBitSet(leaf.reader().maxDoc());
              Matches.take(named, leaf, searcher, wanted);
              found[leaf.ord].and(wanted);
            }
            FoundCollector.Into into = new FoundCollector.Into(found);
            find(narrowed.build(), new FoundCollector.Scoring(into, minimum));
            rank(found, top);
          }
          return HitOrder.places(top.topDocs(), order);
        });
  }

  private void rank(FixedBitSet[] hits, TopDocsCollector<?> top) throws IOException {
    new WindowScores(searcher, deadline::check, sum.clauses(true)).rank(hits, top);
  }

  private void find(Query asked, Collector into) throws IOException {
    deadline.search(searcher, asked, FoundCollector.alone(into));
  }

  /// Whether any match, filtered or not, reaches the minimum score without similarity of meaning.
  /// The best hit usually shows this; otherwise all matches are checked until the first that does.
  private boolean isReached(FixedBitSet[] found, List<SearchQuery.Place> best) throws IOException {
    float least = (float) minimum;
    float most = (float) sum.weight(SearchSettings.Part.SIMILAR);
    if (query.isOpen() || (!best.isEmpty() && best.getFirst().score() >= least + most)) {
      return true;
    }
    FoundCollector reaching = new FoundCollector(found, least);
    find(sum.query(false), reaching);
    return reaching.isReached();
  }

  /// The same sum as a query of Lucene; it may match more than the hits.
  public Query sum() {
    return sum.query(true);
  }

  public LiveSearcher searcher() {
    return searcher;
  }
}
