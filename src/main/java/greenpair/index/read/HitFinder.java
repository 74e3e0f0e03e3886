package greenpair.index.read;

import module java.base;

import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The documents that match a query, before facets filter them. A document matches if an estimate
/// of its score reaches a minimum: each concept counts by its degree, each word as if it
/// occurred once, in a name or elsewhere, in a text of half the average length. A clause that
/// suffices alone adds its postings without a score. The others are summed, words with constant
/// scores, and Lucene skips documents whose sum cannot reach the minimum. For use by one thread.
final class HitFinder {
  /// Tolerance for the rounding of floats.
  private static final float ROUNDING = 1e-6f;

  /// Lucene reads only the documents that are of use if one document in this many is.
  private static final int FEW = 16;

  private final CachingSearcher searcher;
  private final Deadline deadline;
  private final float minimum;
  private final int title;
  private final Map<Clause, Double> gains = new LinkedHashMap<>();
  private final Map<Clause, Double> constants = new LinkedHashMap<>();

  private final List<Query> sufficient = new ArrayList<>();
  private final List<Query> summed = new ArrayList<>();
  private double most;

  HitFinder(
      CachingSearcher searcher,
      ClauseRenderer renderer,
      Deadline deadline,
      List<EntryQuery.Part> parts,
      double minimum,
      int title) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.minimum = (float) minimum - ROUNDING;
    this.title = title;
    parts.stream()
        .filter(part -> !part.isCondition())
        .forEach(part -> gain(part.clause(), part.weight()));
    constants.forEach(
        (clause, gain) -> {
          if (gain >= this.minimum) {
            sufficient.add(renderer.query(clause));
          }
        });
    for (Clause clause : gains.keySet()) {
      double gain = gain(clause);
      Query query = renderer.query(clause);
      if (clause instanceof Clause.Concept) {
        summed.add(new BoostQuery(query, (float) gain));
        most += gain;
      } else if (gain >= this.minimum) {
        sufficient.add(query);
      } else {
        summed.add(new BoostQuery(new ConstantScoreQuery(query), (float) gain));
        most += gain;
      }
    }
  }

  /// Collects the maximum contribution of each term; a maximum is treated as a sum.
  private void gain(Clause clause, double weight) {
    switch (clause) {
      case Clause.Boost boost -> gain(boost.clause(), weight * boost.factor());
      case Clause.Word _, Clause.Concept _ -> gains.merge(clause, weight, Double::sum);
      case Clause.Best best -> best.clauses().forEach(each -> gain(each, weight));
      case Clause.Sum sum -> sum.clauses().forEach(each -> gain(each, weight));
      case Clause.Filter _, Clause.Range _, Clause.Names _, Clause.Phrase _, Clause.All _ ->
          constants.merge(clause, weight, Double::sum);
      case Clause.Feature _ -> throw new IllegalArgumentException("no part of a search: " + clause);
    }
  }

  private double gain(Clause clause) {
    double weight = gains.getOrDefault(clause, 0.0);
    if (!(clause instanceof Clause.Word word)) {
      return weight;
    }
    double once = SearchSimilarity.held(1);
    Clause body = new Clause.Word(IndexFields.WORDS, word.term());
    // A word of a name is also one of the words, with the weight of a name.
    return word.field().equals(IndexFields.TITLE)
        ? weight * once + gains.getOrDefault(body, 0.0) * (SearchSimilarity.held(title) - once)
        : weight * once;
  }

  /// @param wanted the documents that are of use; null for all
  DocSet find(@Nullable DocSet wanted) throws IOException {
    DocSet found = DocSet.none(searcher);
    for (Query each : sufficient) {
      deadline.check();
      found.add(each, searcher);
    }
    if (most >= minimum) {
      BooleanQuery.Builder sum = ClauseRenderer.any(summed);
      if (wanted != null && wanted.size() * FEW < searcher.getIndexReader().maxDoc()) {
        sum.add(new DocSetQuery(wanted), BooleanClause.Occur.FILTER).setMinimumNumberShouldMatch(1);
      }
      deadline.search(searcher, sum.build(), Collecting.with(Collecting.from(minimum, found)));
    }
    if (wanted != null) {
      found.and(wanted);
    }
    return found;
  }
}
