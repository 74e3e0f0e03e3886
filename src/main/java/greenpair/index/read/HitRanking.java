package greenpair.index.read;

import static greenpair.index.contract.EntryQuery.Order.RELEVANCE;

import module java.base;

import greenpair.catalog.Language;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocsCollector;
import org.jspecify.annotations.Nullable;

/// Ranks entries of one kind by the sum of the parts of a query. For use by one thread.
final class HitRanking {
  /// Documents that are ranked to find the best; as a rule the first page is among them.
  private static final int FIRST = 16;

  /// All hits are scored if at most one document in this many is one.
  private static final int VERY_FEW = 32;

  /// More than the rounding of floats takes from a sum.
  private static final double ROUNDED_UP = 1 + 1e-5;

  private final CachingSearcher searcher;
  private final Deadline deadline;
  private final EntryQuery query;
  private final ClauseRenderer renderer;
  private final SimilarEntries similar;

  /// The first by words and concepts, if they have been ranked.
  private List<EntryQuery.Place> first = List.of();

  HitRanking(
      CachingSearcher searcher,
      Deadline deadline,
      EntryQuery query,
      ClauseRenderer renderer,
      SimilarEntries similar) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.query = query;
    this.renderer = renderer;
    this.similar = similar;
  }

  /// The best of some documents by all parts that are no conditions.
  ///
  /// @param some null for all
  /// @param isFew whether facets filter them
  /// @param isFirst whether a page of these documents may follow
  Optional<EntryQuery.Place> best(@Nullable DocSet some, boolean isFew, boolean isFirst)
      throws IOException {
    int most = isFirst ? FIRST : 1;
    TopDocsCollector<?> top = HitOrder.collector(RELEVANCE, Language.EN, null, most, null);
    rank(part -> !part.isCondition(), some, isFew, top);
    List<EntryQuery.Place> best = HitOrder.places(top.topDocs(), RELEVANCE);
    first = isFirst ? best : first;
    return best.stream().findFirst();
  }

  /// The hits among some documents, best first.
  ///
  /// @param listed null for all
  List<EntryQuery.Place> places(
      @Nullable DocSet listed, Predicate<Scored> isHit, EntryQuery.@Nullable Place after, int limit)
      throws IOException {
    Set<Integer> near = new TreeSet<>(similar.docs());
    near.removeIf(doc -> listed != null && !listed.has(doc));
    List<EntryQuery.Place> places = new ArrayList<>(first);
    places.removeIf(each -> listed != null && !listed.has(each.doc()));
    boolean isFull = places.size() >= limit;
    // No other document has a greater sum than the last of the first.
    if (after == null && !places.isEmpty() && (isFull || first.size() < FIRST)) {
      float last = isFull ? places.get(limit - 1).score() : 0;
      near.removeIf(doc -> most(doc) < last);
    } else {
      DocSet others = listed == null ? DocSet.all(searcher) : listed.copy();
      others.remove(near);
      TopDocsCollector<?> top = HitOrder.collector(RELEVANCE, Language.EN, after, limit, null);
      rank(part -> true, others, !query.values().isEmpty(), top);
      places = HitOrder.places(top.topDocs(), RELEVANCE);
    }
    places.removeIf(each -> near.contains(each.doc()));
    places.removeIf(each -> !isHit.test(new Scored(each, each.score())));
    places.addAll(
        scored(
            new ArrayList<>(near),
            each ->
                isHit.test(each)
                    && (after == null
                        || EntryQuery.Place.BEST_FIRST.compare(after, each.place) < 0)));
    places.sort(EntryQuery.Place.BEST_FIRST);
    return places.subList(0, Math.min(limit, places.size()));
  }

  /// What the score of a document is at most, if the first have been ranked.
  private double most(int doc) {
    double sum =
        first.stream()
            .filter(each -> each.doc() == doc)
            .findFirst()
            .orElse(first.getLast())
            .score();
    return (sum + similar.weight() * similar.value(doc)) * ROUNDED_UP;
  }

  /// Collects the hits by the sum of parts. Where that has maximums of sums, Lucene skips documents
  /// by a sum that no score exceeds, and only the others get their scores. To skip some of very few
  /// takes longer than to score them all.
  ///
  /// @param isFew whether Lucene reads only the hits, and not all to pick the hits among them
  private void rank(
      Predicate<EntryQuery.Part> which,
      @Nullable DocSet hits,
      boolean isFew,
      TopDocsCollector<?> top)
      throws IOException {
    List<EntryQuery.Part> parts = query.parts().stream().filter(which).toList();
    Map<Clause, Double> exact = ClauseRenderer.addends(parts, false);
    boolean isEach =
        isFew && hits != null && hits.size() * VERY_FEW < searcher.getIndexReader().maxDoc();
    Map<Clause, Double> bound = isEach ? exact : ClauseRenderer.addends(parts, true);
    BooleanQuery.Builder sum = renderer.sum(bound, bound.equals(exact) ? 1 : ROUNDED_UP);
    Collector collector =
        bound.equals(exact)
            ? top
            : Collecting.scored(searcher.weight(renderer.sum(exact, 1).build()), top);
    if (isFew && hits != null) {
      sum.add(new DocSetQuery(hits), BooleanClause.Occur.FILTER);
      sum.setMinimumNumberShouldMatch(1);
    } else if (hits != null) {
      collector = Collecting.among(hits, collector);
    }
    deadline.search(
        searcher, sum.build(), Collecting.with(isEach ? Collecting.each(top) : collector));
  }

  /// The sum of all parts but similarity of meaning.
  Query sum() {
    return renderer.sum(ClauseRenderer.addends(query.parts(), false), 1).build();
  }

  /// A document with its whole score.
  ///
  /// @param sum of all parts but similarity of meaning
  record Scored(EntryQuery.Place place, double sum) {}

  /// The places of some documents that pass a test.
  List<EntryQuery.Place> scored(List<Integer> docs, Predicate<Scored> test) throws IOException {
    if (docs.isEmpty()) {
      return new ArrayList<>();
    }
    double[] sums = query.isOpen() ? null : new DocumentScores(searcher, docs).of(sum());
    List<EntryQuery.Place> places = new ArrayList<>();
    for (int i = 0; i < docs.size(); i++) {
      int doc = docs.get(i);
      double sum = sums == null ? 1 : sums[i];
      float score = (float) (sum + similar.weight() * similar.value(doc));
      Scored each = new Scored(EntryQuery.Place.of(doc, score), sum);
      if (test.test(each)) {
        places.add(each.place);
      }
    }
    return places;
  }
}
