package greenpair.index.read;

import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.ConceptFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/// The documents that match a query, before facets filter them. A document matches if an estimate
/// of its score reaches [EntryQuery#hit]: each concept counts by its degree, each word as if it
/// occurred once, in a name or elsewhere, in a text of half the average length. A clause that
/// suffices alone adds its postings without a score. The others are summed with constant scores,
// and
/// Lucene skips documents whose sum cannot reach the minimum. For use by one thread.
final class HitFinder {
  /// Tolerance for the rounding of floats.
  private static final float ROUNDING = 1e-6f;

  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final ClauseRenderer renderer;
  private final float minimum;
  private final int title;
  private final Map<Clause, Double> gains = new LinkedHashMap<>();
  private final Map<Clause, Double> constants = new LinkedHashMap<>();

  /// If several words must match: sums of words, and for each the queries of its words.
  private final List<Set<Query>> readings = new ArrayList<>();

  private final List<Query> sufficient = new ArrayList<>();
  private final BooleanQuery.Builder summed = new BooleanQuery.Builder();
  private double most;

  HitFinder(LiveSearcher searcher, Deadline deadline, EntryQuery query, int title)
      throws IOException {
    this.searcher = searcher;
    this.deadline = deadline;
    this.renderer = new ClauseRenderer(searcher);
    this.minimum = (float) query.hit() - ROUNDING;
    this.title = title;
    query.parts().stream()
        .filter(part -> !part.isCondition())
        .forEach(part -> gain(part.clause(), part.weight()));
    constants.forEach(
        (clause, gain) -> {
          if (gain >= minimum) {
            sufficient.add(renderer.query(clause));
          }
        });
    for (Clause clause : gains.keySet()) {
      double gain = gain(clause);
      if (!query.isSeveral() && least(clause, gain) >= minimum) {
        sufficient.add(renderer.query(clause));
      } else {
        Query plain = renderer.query(clause);
        Query one = clause instanceof Clause.Concept ? plain : new ConstantScoreQuery(plain);
        summed.add(new BoostQuery(one, (float) gain), BooleanClause.Occur.SHOULD);
        most += gain;
      }
    }
    if (!query.isSeveral()) {
      readings.clear();
    }
  }

  /// Collects the maximum contribution of each term; a maximum is treated as a sum.
  private void gain(Clause clause, double weight) {
    switch (clause) {
      case Clause.Boost boost -> gain(boost.clause(), weight * boost.factor());
      case Clause.Word _, Clause.Concept _ -> gains.merge(clause, weight, Double::sum);
      case Clause.Best best -> best.clauses().forEach(each -> gain(each, weight));
      case Clause.Sum sum -> {
        sum.clauses().forEach(each -> gain(each, weight));
        if (sum.least() > 1) {
          Set<Query> words = new LinkedHashSet<>();
          sum.clauses().forEach(each -> words.add(renderer.query(plain(each))));
          readings.add(words);
        }
      }
      case Clause.Filter _, Clause.Names _, Clause.Phrase _, Clause.All _ ->
          constants.merge(clause, weight, Double::sum);
      case Clause.Feature _ -> throw new IllegalArgumentException("no part of a search: " + clause);
    }
  }

  private static Clause plain(Clause clause) {
    return clause instanceof Clause.Boost boost ? plain(boost.clause()) : clause;
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

  /// The smallest contribution of a term to a document that has it.
  private double least(Clause clause, double gain) throws IOException {
    return clause instanceof Clause.Concept concept && gain >= minimum
        ? gain
            * Math.min(searcher.lowest(ClauseRenderer.term(concept)), ConceptFields.WHOLE)
            / ConceptFields.WHOLE
        : gain;
  }

  DocSet find() throws IOException {
    DocSet found = DocSet.none(searcher);
    for (Query each : sufficient) {
      deadline.check();
      found.add(each, searcher);
    }
    if (most >= minimum) {
      BooleanQuery sum = summed.build();
      Query wanted = readings.isEmpty() ? sum : several(sum);
      deadline.search(searcher, wanted, Collecting.reaching(minimum, found));
    }
    found.removeDeleted();
    return found;
  }

  private Query several(Query sum) {
    List<Query> any = new ArrayList<>();
    readings.forEach(
        words -> any.add(ClauseRenderer.any(words).setMinimumNumberShouldMatch(2).build()));
    return new BooleanQuery.Builder()
        .add(sum, BooleanClause.Occur.MUST)
        .add(ClauseRenderer.any(any).build(), BooleanClause.Occur.FILTER)
        .build();
  }
}
