package greenpair.index.read;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.vector.VectorColumn;
import org.apache.lucene.search.TopDocsCollector;
import org.jspecify.annotations.Nullable;

/// A query prepared for one kind: counts matches, ranks hits, then explains their scores.
///
/// Matches are found and counted without scores ([HitFinder]). The score of a hit is the weighted
/// sum of parts, each in [0, 1] ([HitRanking]). Valid as long as its snapshot. For use by one
/// thread.
public final class KindQuery {
  final CachingSearcher searcher;
  private final Deadline deadline;
  private final KindFacets facets;
  private final EntryQuery query;
  private final int title;
  private final ClauseRenderer renderer;
  private final SimilarEntries similar;
  final HitRanking ranking;
  private final @Nullable DocSet allowed;
  private final Map<Facet, DocSet> chosen;

  /// The matches before facets filter them, once they have been found.
  private @Nullable DocSet matches;

  /// @param title weight of a word of a name
  KindQuery(
      CachingSearcher searcher,
      KindFacets facets,
      VectorColumn meanings,
      EntryQuery query,
      int title,
      Deadline deadline) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.facets = facets;
    this.query = query;
    this.title = title;
    this.renderer = new ClauseRenderer(searcher);
    this.allowed = OpenGeneration.read(this::allowed);
    this.chosen = OpenGeneration.read(() -> facets.chosen(query.values()));
    this.similar = new SimilarEntries(query.meaning(), meanings, allowed, deadline);
    this.ranking = new HitRanking(searcher, deadline, query, renderer, similar);
  }

  public EntryQuery query() {
    return query;
  }

  /// The documents that all required clauses match and no excluded one; null for all.
  private @Nullable DocSet allowed() throws IOException {
    if (query.required().isEmpty() && query.excluded().isEmpty()) {
      return null;
    }
    DocSet docs = DocSet.all(searcher);
    for (Clause each : query.required()) {
      docs.and(matching(each));
    }
    for (Clause each : query.excluded()) {
      docs.andNot(matching(each));
    }
    return docs;
  }

  private DocSet matching(Clause clause) throws IOException {
    DocSet docs = DocSet.none(searcher);
    docs.add(renderer.query(clause), searcher);
    return docs;
  }

  /// The hits behind a place, in order.
  ///
  /// @param after null for the first page
  /// @param isCounting whether the values of facets are counted
  public EntryQuery.Found search(
      EntryQuery.Order order,
      Language language,
      EntryQuery.@Nullable Place after,
      int limit,
      boolean isCounting) {
    return OpenGeneration.read(
        () -> {
          KindFacets.Narrowed matching = facets.narrow(matches(), chosen);
          int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
          return new EntryQuery.Found(
              matching.total(),
              places(order, language, after, most),
              isCounting ? facets.count(matching) : Map.of());
        });
  }

  /// The number of matches. Cheaper than a search, because hits are not ranked.
  public long count() {
    return OpenGeneration.read(() -> facets.narrow(matches(), chosen).total());
  }

  /// Whether a hit of the last search matches the whole query.
  public boolean isMatch(int doc) {
    return matches != null && matches.has(doc);
  }

  /// The matches, of those that count for some facet; found once.
  private DocSet matches() throws IOException {
    if (matches != null) {
      return matches;
    }
    DocSet left = DocSet.both(KindFacets.counted(chosen), allowed);
    if (query.needed().isEmpty()) {
      left = hits(left);
    }
    for (EntryQuery.Needed each : query.needed()) {
      DocSet any = DocSet.none(searcher);
      for (Clause clause : each.any()) {
        any.or(finder(List.of(new EntryQuery.Part(clause, 1, false)), each.least()).find(left));
      }
      left = any;
    }
    matches = Objects.requireNonNull(left);
    return matches;
  }

  /// The hits among some documents; all of these for an open query.
  ///
  /// @param some null for all
  private DocSet hits(@Nullable DocSet some) throws IOException {
    if (query.isOpen()) {
      return some == null ? DocSet.all(searcher) : some;
    }
    return similar.with(finder(query.parts(), query.hit()).find(some), some);
  }

  private HitFinder finder(List<EntryQuery.Part> parts, double minimum) throws IOException {
    return new HitFinder(searcher, renderer, deadline, parts, minimum, title);
  }

  /// By relevance, the best are ranked without finding all hits first, unless these are the matches
  /// or some parts only raise what others find.
  private List<EntryQuery.Place> places(
      EntryQuery.Order order, Language language, EntryQuery.@Nullable Place after, int limit)
      throws IOException {
    DocSet some = some();
    if (order == EntryQuery.Order.RELEVANCE && !query.isOpen()) {
      return ranked(some, after, limit);
    }
    TopDocsCollector<?> top = HitOrder.collector(order, language, after, limit, query.origin());
    hits(some).collect(top, deadline);
    return HitOrder.places(top.topDocs(), order);
  }

  /// By score; where matches come first, these and then what is only related.
  private List<EntryQuery.Place> ranked(
      @Nullable DocSet some, EntryQuery.@Nullable Place after, int limit) throws IOException {
    boolean isFound = query.needed().isEmpty() || isRaised();
    Predicate<HitRanking.Scored> test = isFound ? each -> true : this::isHit;
    DocSet rest = isFound ? hits(some) : some;
    if (!query.isMatchFirst()) {
      return ranking.places(rest, test, after, limit);
    }
    DocSet met = Objects.requireNonNull(DocSet.both(matches(), some));
    boolean isRest = after != null && after.rank() == 0;
    List<EntryQuery.Place> places = new ArrayList<>();
    if (!isRest) {
      ranking.places(met, each -> true, after, limit).stream()
          .map(EntryQuery.Place::first)
          .forEach(places::add);
    }
    if (places.size() < limit) {
      DocSet others = rest == null ? DocSet.all(searcher) : rest.copy();
      others.andNot(met);
      places.addAll(ranking.places(others, test, isRest ? after : null, limit - places.size()));
    }
    return places;
  }

  private boolean isRaised() {
    return query.parts().stream().anyMatch(EntryQuery.Part::isCondition);
  }

  /// The documents that the selected facets leave; null for all.
  private @Nullable DocSet some() {
    DocSet some = allowed;
    for (DocSet each : chosen.values()) {
      some = DocSet.both(some, each);
    }
    return some;
  }

  /// Whether facets are selected.
  public boolean isNarrowed() {
    return !chosen.isEmpty();
  }

  /// The best entry by words and concepts, whatever places are named, if any.
  ///
  /// @param isAny whether facets may filter it out
  public Optional<EntryQuery.Place> best(boolean isAny) {
    return OpenGeneration.read(
        () ->
            isAny && isNarrowed()
                ? ranking.best(allowed, false, false)
                : ranking.best(some(), isNarrowed(), !isRaised()));
  }

  /// The cosine of the entry that is nearest in meaning; 0 if meanings are not compared.
  public double nearest() {
    return similar.nearest();
  }

  /// Whether a document matches clauses, in their order.
  public boolean[] matches(List<Clause> clauses, int doc) {
    return OpenGeneration.read(
        () -> {
          DocumentScores score = new DocumentScores(searcher, List.of(doc));
          boolean[] matches = new boolean[clauses.size()];
          for (int i = 0; i < matches.length; i++) {
            matches[i] = score.of(renderer.query(clauses.get(i)))[0] > 0;
          }
          return matches;
        });
  }

  /// The values of the parts for documents, in the given order; similarity of meaning is last.
  public List<double[]> values(List<Integer> docs) {
    return OpenGeneration.read(
        () -> {
          int count = query.parts().size();
          DocumentScores scores = new DocumentScores(searcher, docs);
          List<double[]> values = new ArrayList<>();
          for (int doc : docs) {
            double[] each = new double[count + 1];
            each[count] = similar.value(doc);
            values.add(each);
          }
          for (int part = 0; part < count; part++) {
            double[] all = scores.of(renderer.query(query.parts().get(part).clause()));
            for (int i = 0; i < all.length; i++) {
              values.get(i)[part] = Math.min(1, all[i]);
            }
          }
          return values;
        });
  }

  /// The hits among some entries, best first. The cost grows with the number of these entries and
  /// not with the catalog.
  List<EntryQuery.Place> among(Set<EntryId> ids, KindRecords records) {
    return OpenGeneration.read(
        () -> {
          DocSet some = DocSet.none(searcher);
          for (EntryId id : ids) {
            int doc = records.doc(id);
            if (doc >= 0) {
              some.add(doc);
            }
          }
          if (allowed != null) {
            some.and(allowed);
          }
          List<EntryQuery.Place> hits = new ArrayList<>();
          ranking.scored(facets.narrow(some, chosen).docs().docs(), this::isHit).stream()
              .map(each -> query.isMatchFirst() && isMatch(each.doc()) ? each.first() : each)
              .forEach(hits::add);
          hits.sort(EntryQuery.Place.BEST_FIRST);
          return hits;
        });
  }

  /// A hit is what has a part of the query or its meaning; each match is one.
  private boolean isHit(HitRanking.Scored each) {
    int doc = each.place().doc();
    return (each.sum() > 0 && each.sum() >= query.hit()) || similar.isAlone(doc) || isMatch(doc);
  }
}
