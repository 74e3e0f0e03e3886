package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.vector.VectorColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocsCollector;
import org.jspecify.annotations.Nullable;

/// A query prepared for one kind: finds hits first, then explains their scores.
///
/// Hits are found and counted without scores ([HitFinder]). Only hits that may be among the first
/// are scored, by the weighted sum of parts, each in [0, 1]. Valid as long as its snapshot. For use
/// by one thread.
public final class KindQuery {
  /// Documents that are ranked to find the best; as a rule the first page is among them.
  private static final int FIRST = 64;

  /// More than the rounding of floats takes from a sum.
  private static final double ROUNDED_UP = 1 + 1e-5;

  final CachingSearcher searcher;
  private final Deadline deadline;
  private final KindFacets facets;
  private final EntryQuery query;
  private final int title;
  private final ClauseRenderer renderer;
  private final SimilarEntries similar;
  private final @Nullable DocSet allowed;
  private final Map<Facet, DocSet> chosen;

  /// The matches before facets filter them, once hits have been found.
  private @Nullable DocSet matches;

  /// The first by words and concepts, if they have been ranked.
  private List<EntryQuery.Place> first = List.of();

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
    this.similar =
        OpenGeneration.read(() -> new SimilarEntries(query.meaning(), meanings, allowed, deadline));
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
          KindFacets.Narrowed hits = hits();
          KindFacets.Narrowed matching = facets.narrow(matches(hits.found()), chosen);
          int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
          List<EntryQuery.Place> places = places(hits.docs(), order, language, after, most);
          return new EntryQuery.Found(
              matching.total(),
              hits.total() - matching.total(),
              places,
              isCounting ? facets.count(matching) : Map.of());
        });
  }

  /// The number of matches. Cheaper than a search, because hits are not ranked.
  public long count() {
    return OpenGeneration.read(() -> facets.narrow(matches(hits().found()), chosen).total());
  }

  /// Whether a hit of the last search matches the whole query.
  public boolean isMatch(int doc) {
    return matches != null && matches.has(doc);
  }

  private KindFacets.Narrowed hits() throws IOException {
    return facets.narrow(similar.with(found()), chosen);
  }

  private DocSet matches(DocSet hits) throws IOException {
    DocSet left = hits;
    for (EntryQuery.Needed each : query.needed()) {
      DocSet any = DocSet.none(searcher);
      for (Clause clause : each.any()) {
        any.or(finder(List.of(new EntryQuery.Part(clause, 1, false)), each.least()).find(left));
      }
      left = any;
    }
    matches = left;
    return left;
  }

  private HitFinder finder(List<EntryQuery.Part> parts, double minimum) throws IOException {
    return new HitFinder(searcher, deadline, parts, minimum, title);
  }

  /// The matches by words and concepts, of those that count for some facet; all entries for an
  /// open query.
  private DocSet found() throws IOException {
    DocSet wanted = KindFacets.counted(chosen);
    if (wanted == null) {
      wanted = allowed;
    } else if (allowed != null) {
      wanted.and(allowed);
    }
    if (query.isOpen()) {
      return wanted == null ? DocSet.all(searcher) : wanted;
    }
    return finder(query.parts(), query.hit()).find(wanted);
  }

  private List<EntryQuery.Place> places(
      DocSet hits,
      EntryQuery.Order order,
      Language language,
      EntryQuery.@Nullable Place after,
      int limit)
      throws IOException {
    TopDocsCollector<?> top = HitOrder.collector(order, language, after, limit, query.origin());
    if (order != EntryQuery.Order.RELEVANCE || query.isOpen()) {
      hits.collect(top, deadline);
      return HitOrder.places(top.topDocs(), order);
    }
    List<Integer> near = similar.docs().stream().filter(hits::has).toList();
    DocSet others = hits.copy();
    others.remove(near);
    List<EntryQuery.Place> places = new ArrayList<>();
    if (query.values().isEmpty() && after == null) {
      first.stream().filter(each -> others.has(each.doc())).limit(limit).forEach(places::add);
    }
    if (places.size() < Math.min(limit, others.size())) {
      rank(part -> true, others, !query.values().isEmpty(), top);
      places = new ArrayList<>(HitOrder.places(top.topDocs(), order));
    }
    places.addAll(
        scored(
            near,
            each -> after == null || EntryQuery.Place.BEST_FIRST.compare(after, each.place) < 0));
    places.sort(EntryQuery.Place.BEST_FIRST);
    return places.subList(0, Math.min(limit, places.size()));
  }

  /// Collects the hits by the sum of parts. Where that has maximums of sums, Lucene skips documents
  /// by a sum that no score exceeds, and only the others get their scores.
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
    Map<Clause, Double> bound = ClauseRenderer.addends(parts, true);
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
    deadline.search(searcher, sum.build(), Collecting.with(collector));
  }

  /// The sum of all parts but similarity of meaning.
  Query sum() {
    return renderer.sum(ClauseRenderer.addends(query.parts(), false), 1).build();
  }

  /// A document with its whole score.
  ///
  /// @param sum of all parts but similarity of meaning
  private record Scored(EntryQuery.Place place, double sum) {}

  /// The places of some documents that pass a test.
  private List<EntryQuery.Place> scored(List<Integer> docs, Predicate<Scored> test)
      throws IOException {
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

  /// The best entry by words and concepts, whatever places are named and facets selected, if any.
  public Optional<EntryQuery.Place> best() {
    return OpenGeneration.read(
        () -> {
          boolean isRaised = query.parts().stream().anyMatch(EntryQuery.Part::isCondition);
          TopDocsCollector<?> top =
              HitOrder.collector(
                  EntryQuery.Order.RELEVANCE,
                  Language.EN,
                  null,
                  isRaised || !chosen.isEmpty() ? 1 : FIRST,
                  null);
          rank(part -> !part.isCondition(), allowed, false, top);
          List<EntryQuery.Place> best = HitOrder.places(top.topDocs(), EntryQuery.Order.RELEVANCE);
          first = isRaised ? List.of() : best;
          return best.stream().findFirst();
        });
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
          List<EntryQuery.Place> hits =
              scored(facets.narrow(some, chosen).docs().docs(), this::isHit);
          hits.sort(EntryQuery.Place.BEST_FIRST);
          return hits;
        });
  }

  private boolean isHit(Scored each) {
    return (each.sum > 0 && each.sum >= query.hit()) || similar.isAlone(each.place.doc());
  }
}
