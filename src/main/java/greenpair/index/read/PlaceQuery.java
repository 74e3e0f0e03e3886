package greenpair.index.read;

import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchQuery;
import greenpair.index.document.SearchFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// The query for entries of the places that a query names, with scores in [0, 1].
final class PlaceQuery {
  private static final float OF_THE_COUNTRY = 0.25f;
  private static final float BESIDE_A_CITY = 0.25f;

  /// Characters of the code of a country, with which that of a region begins.
  private static final int COUNTRY = 2;

  private PlaceQuery() {}

  /// A country beside a city adds to it, because it may be that of the city or another one.
  ///
  /// @param near what belonging to a city nearby counts of belonging to the city
  static Query of(SearchQuery query, double near) {
    Query countries = countries(query.countries());
    if (query.place().isEmpty()) {
      return countries;
    }
    BooleanQuery.Builder city = new BooleanQuery.Builder();
    for (SearchQuery.Word word : query.place()) {
      city.add(
          new TermQuery(new Term(SearchFields.PLACES, word.term())), BooleanClause.Occur.FILTER);
    }
    Query ofTheCity = new ConstantScoreQuery(city.build());
    if (!query.around().isEmpty()) {
      List<BytesRef> around = query.around().stream().map(BytesRef::new).toList();
      Query nearby = new ConstantScoreQuery(new TermInSetQuery(SearchFields.PROVEN, around));
      ofTheCity =
          new DisjunctionMaxQuery(List.of(ofTheCity, new BoostQuery(nearby, (float) near)), 0);
    }
    return query.countries().isEmpty()
        ? ofTheCity
        : new BooleanQuery.Builder()
            .add(new BoostQuery(ofTheCity, 1 - BESIDE_A_CITY), BooleanClause.Occur.SHOULD)
            .add(new BoostQuery(countries, BESIDE_A_CITY), BooleanClause.Occur.SHOULD)
            .build();
  }

  /// Entries that belong to one of the countries or regions or have it as a market; the country of
  /// a region counts less.
  private static Query countries(Set<String> codes) {
    Query exact = areas(codes.stream());
    List<String> ofRegions =
        codes.stream()
            .filter(code -> code.length() > COUNTRY)
            .map(code -> code.substring(0, COUNTRY))
            .toList();
    return ofRegions.isEmpty()
        ? exact
        : new DisjunctionMaxQuery(
            List.of(exact, new BoostQuery(areas(ofRegions.stream()), OF_THE_COUNTRY)), 0);
  }

  private static Query areas(Stream<String> codes) {
    List<BytesRef> any =
        codes
            .flatMap(
                code ->
                    Stream.of(Facet.COUNTRY, Facet.MARKET)
                        .map(facet -> SearchFields.facetTerm(facet, code)))
            .map(BytesRef::new)
            .toList();
    return new ConstantScoreQuery(new TermInSetQuery(SearchFields.FACET, any));
  }
}
