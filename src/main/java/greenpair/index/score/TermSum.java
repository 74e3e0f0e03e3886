package greenpair.index.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/// Decomposes a query of weighted parts into a flat sum over terms, in which a term of several
/// parts occurs once. With it, Lucene can skip documents that cannot be among the first, and the
/// terms with their maximum contributions decide which documents match.
public final class TermSum {
  private final Map<TermQuery, Float> terms = new LinkedHashMap<>();
  private final Map<Query, Float> others = new LinkedHashMap<>();

  /// The maximum contribution of each term; a maximum and a minimum-match clause are treated as
  /// sums.
  private final Map<Term, Float> gains = new HashMap<>();

  /// For each sum that requires several words: its words, each with its alternative terms.
  private final List<List<Set<Term>>> readings = new ArrayList<>();

  /// The same for queries without scores.
  private final Map<Query, Float> sure = new LinkedHashMap<>();

  public void add(Query query, float weight) {
    flatten(query, weight);
    gain(query, weight);
  }

  private void flatten(Query query, float weight) {
    switch (query) {
      case BoostQuery boost -> flatten(boost.getQuery(), weight * boost.getBoost());
      case TermQuery term -> terms.merge(term, weight, Float::sum);
      case DisjunctionMaxQuery max when max.getDisjuncts().size() <= 1 ->
          max.getDisjuncts().forEach(each -> flatten(each, weight));
      case BooleanQuery any when isSum(any) ->
          any.clauses().forEach(each -> flatten(each.query(), weight));
      default -> others.merge(query, weight, Float::sum);
    }
  }

  private static boolean isSum(BooleanQuery any) {
    return any.getMinimumNumberShouldMatch() <= 1
        && any.clauses().stream().allMatch(each -> each.occur() == BooleanClause.Occur.SHOULD);
  }

  private void gain(Query query, float weight) {
    switch (query) {
      case BoostQuery boost -> gain(boost.getQuery(), weight * boost.getBoost());
      case TermQuery term -> gains.merge(term.getTerm(), weight, Float::sum);
      case DisjunctionMaxQuery max -> max.getDisjuncts().forEach(each -> gain(each, weight));
      case BooleanQuery any -> {
        any.clauses().forEach(each -> gain(each.query(), weight));
        if (any.getMinimumNumberShouldMatch() > 1) {
          readings.add(any.clauses().stream().map(each -> terms(each.query())).distinct().toList());
        }
      }
      case ConstantScoreQuery constant -> sure.merge(constant, weight, Float::sum);
      default -> throw new IllegalArgumentException("no part of a score: " + query);
    }
  }

  private static Set<Term> terms(Query query) {
    Set<Term> terms = new HashSet<>();
    query.visit(QueryVisitor.termCollector(terms));
    return terms;
  }

  public List<List<Set<Term>>> readings() {
    return readings;
  }

  public Map<Term, Float> gains() {
    return gains;
  }

  public Map<Query, Float> sure() {
    return sure;
  }

  /// The clauses of the sum with their weights.
  public Map<Query, Float> clauses() {
    Map<Query, Float> clauses = new LinkedHashMap<>(terms);
    clauses.putAll(others);
    return clauses;
  }
}
