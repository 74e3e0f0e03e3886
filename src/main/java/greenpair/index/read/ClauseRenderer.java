package greenpair.index.read;

import module java.base;

import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.SearchFields;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Renders clauses as queries of Lucene, for one search. What a phrase matches, which takes long to
/// find, is found once.
final class ClauseRenderer {
  private final CachingSearcher searcher;
  private final Map<Clause.Phrase, Query> phrases = new HashMap<>();

  ClauseRenderer(CachingSearcher searcher) {
    this.searcher = searcher;
  }

  private Query found(Clause.Phrase phrase) {
    Query query = new PhraseQuery(phrase.field(), phrase.terms().toArray(new String[0]));
    DocSet docs = DocSet.none(searcher);
    try {
      docs.add(query, searcher);
    } catch (IOException e) {
      throw OpenGeneration.unchecked(e);
    }
    return docs.size() == 0
        ? MatchNoDocsQuery.INSTANCE
        : new ConstantScoreQuery(new DocSetQuery(docs));
  }

  Query query(Clause clause) {
    return switch (clause) {
      case Clause.Word _, Clause.Concept _ -> searcher.query(term(clause));
      case Clause.Feature feature ->
          FeatureField.newSaturationQuery(
              IndexFields.TECHNOLOGY, feature.name(), 1, feature.pivot());
      case Clause.Filter filter ->
          any(filter.field(), filter.values().stream().map(BytesRef::new).toList());
      case Clause.Range range ->
          new ConstantScoreQuery(
              DoublePoint.newRangeQuery(range.field(), range.from(), range.until()));
      case Clause.Names names ->
          any(
              IndexFields.WHOLE,
              names.keys().stream().map(key -> SearchFields.whole(key).bytes()).toList());
      case Clause.Phrase phrase -> phrases.computeIfAbsent(phrase, this::found);
      case Clause.All all -> {
        BooleanQuery.Builder each = new BooleanQuery.Builder();
        all.clauses().forEach(one -> each.add(query(one), BooleanClause.Occur.FILTER));
        yield new ConstantScoreQuery(each.build());
      }
      case Clause.Boost boost -> boosted(query(boost.clause()), (float) boost.factor());
      case Clause.Best best ->
          new DisjunctionMaxQuery(queries(best.clauses()), (float) best.others());
      case Clause.Sum sum -> any(queries(sum.clauses())).build();
    };
  }

  static Term term(Clause clause) {
    return switch (clause) {
      case Clause.Word word -> new Term(word.field(), word.term());
      case Clause.Concept concept -> new Term(IndexFields.CONCEPT, concept.code().value());
      default -> throw new IllegalArgumentException("no term: " + clause);
    };
  }

  private static Query any(String field, List<BytesRef> values) {
    return new ConstantScoreQuery(
        values.size() == 1
            ? new TermQuery(new Term(field, values.getFirst()))
            : new TermInSetQuery(field, values));
  }

  private static Query boosted(Query query, float factor) {
    return factor == 1 ? query : new BoostQuery(query, factor);
  }

  static BooleanQuery.Builder any(List<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(each -> any.add(each, BooleanClause.Occur.SHOULD));
    return any;
  }

  private List<Query> queries(List<Clause> clauses) {
    return clauses.stream().map(this::query).toList();
  }

  /// The parts as one flat sum, since Lucene skips documents only by the clauses of such a sum; a
  /// clause of several addends is once in it.
  ///
  /// @param isBound whether a maximum of sums is flat too: each of their clauses counts as much as
  ///     where it counts most, so that no score exceeds the sum, but for rounding
  static Map<Clause, Double> addends(List<EntryQuery.Part> parts, boolean isBound) {
    List<Clause> weighed = parts.stream().map(part -> part.clause().times(part.weight())).toList();
    return addends(new Clause.Sum(weighed), isBound);
  }

  private static Map<Clause, Double> addends(Clause clause, boolean isBound) {
    return switch (clause) {
      case Clause.Boost boost -> times(addends(boost.clause(), isBound), boost.factor());
      case Clause.Sum sum -> merged(sum.clauses(), isBound, Double::sum);
      case Clause.Best best when best.clauses().size() == 1 ->
          addends(best.clauses().getFirst(), isBound);
      case Clause.Best best when isBound && !isOfTerms(best) -> {
        Map<Clause, Double> most =
            times(merged(best.clauses(), true, Math::max), 1 - best.others());
        times(merged(best.clauses(), true, Double::sum), best.others())
            .forEach((each, weight) -> most.merge(each, weight, Double::sum));
        yield most;
      }
      default -> new LinkedHashMap<>(Map.of(clause, 1.0));
    };
  }

  /// Lucene reads a maximum of terms as fast as a sum.
  private static boolean isOfTerms(Clause.Best best) {
    return best.clauses().stream()
        .map(each -> each instanceof Clause.Boost boost ? boost.clause() : each)
        .noneMatch(each -> each instanceof Clause.Sum || each instanceof Clause.Best);
  }

  private static Map<Clause, Double> merged(
      List<Clause> clauses, boolean isBound, BinaryOperator<Double> function) {
    Map<Clause, Double> merged = new LinkedHashMap<>();
    for (Clause each : clauses) {
      addends(each, isBound).forEach((addend, weight) -> merged.merge(addend, weight, function));
    }
    return merged;
  }

  private static Map<Clause, Double> times(Map<Clause, Double> addends, double factor) {
    addends.replaceAll((each, weight) -> weight * factor);
    return addends;
  }

  /// @param factor of all weights
  BooleanQuery.Builder sum(Map<Clause, Double> addends, double factor) {
    return any(
        addends.entrySet().stream()
            .map(each -> boosted(query(each.getKey()), (float) (factor * each.getValue())))
            .toList());
  }
}
