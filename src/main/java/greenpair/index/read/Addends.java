package greenpair.index.read;

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

/// A query of weighted parts taken apart. As one flat sum over terms, a term of two parts once,
/// Lucene can skip what cannot come among the first; and the terms alone, with what each can give,
/// decide what is found at all.
final class Addends {
  private final Map<TermQuery, Float> terms = new LinkedHashMap<>();
  private final Map<Query, Float> others = new LinkedHashMap<>();

  /// What each term gives at most; a maximum or a least number counts as a sum.
  private final Map<Term, Float> gains = new HashMap<>();

  /// Of each sum that demands several words: its words, each by the terms of which any will do.
  private final List<List<Set<Term>>> readings = new ArrayList<>();

  /// The same of queries that either match or do not.
  private final Map<Query, Float> sure = new LinkedHashMap<>();

  void add(Query query, float weight) {
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

  List<List<Set<Term>>> readings() {
    return readings;
  }

  Map<Term, Float> gains() {
    return gains;
  }

  Map<Query, Float> sure() {
    return sure;
  }

  /// The clauses of the sum with their weights.
  Map<Query, Float> clauses() {
    Map<Query, Float> clauses = new LinkedHashMap<>(terms);
    clauses.putAll(others);
    return clauses;
  }
}
