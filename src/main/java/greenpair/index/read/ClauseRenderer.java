package greenpair.index.read;

import greenpair.index.contract.Clause;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.SearchFields;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Renders clauses as queries of Lucene.
record ClauseRenderer(LiveSearcher searcher) {
  Query query(Clause clause) {
    return switch (clause) {
      case Clause.Word _, Clause.Concept _ -> searcher.query(term(clause));
      case Clause.Feature feature ->
          FeatureField.newSaturationQuery(
              IndexFields.TECHNOLOGY, feature.name(), 1, feature.pivot());
      case Clause.Filter filter ->
          any(filter.field(), filter.values().stream().map(BytesRef::new).toList());
      case Clause.Names names ->
          any(
              IndexFields.WHOLE,
              names.keys().stream().map(key -> SearchFields.whole(key).bytes()).toList());
      case Clause.Phrase phrase ->
          new ConstantScoreQuery(
              new PhraseQuery(phrase.field(), phrase.terms().toArray(new String[0])));
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

  /// Adds the addends of a clause to a sum. Lucene skips documents only by the clauses of one flat
  /// sum, and counts a term of several addends once.
  void add(Clause clause, double weight, BooleanQuery.Builder sum) {
    switch (clause) {
      case Clause.Boost boost -> add(boost.clause(), weight * boost.factor(), sum);
      case Clause.Sum any -> any.clauses().forEach(each -> add(each, weight, sum));
      case Clause.Best best when best.clauses().size() == 1 ->
          add(best.clauses().getFirst(), weight, sum);
      default -> sum.add(boosted(query(clause), (float) weight), BooleanClause.Occur.SHOULD);
    }
  }
}
