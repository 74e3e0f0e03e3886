package greenpair.search.query;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.contract.Clause;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;

/// Matches entries of the places that a query names, with scores in [0, 1].
final class PlaceClauses {
  private static final double OF_THE_COUNTRY = 0.25;
  private static final double WITH_CASES = 0.7;
  private static final double BESIDE_A_CITY = 0.25;

  /// Characters of the code of a country, with which that of a region begins.
  private static final int COUNTRY = 2;

  private PlaceClauses() {}

  /// A country beside a city adds to it, because it may be that of the city or another one.
  ///
  /// @param near what belonging to a city nearby counts of belonging to the city
  static Clause of(SearchQuery query, double near) {
    Set<String> countries = query.conditions().countries();
    Set<String> around = query.conditions().around();
    if (query.words().place().isEmpty()) {
      return countries(countries);
    }
    Clause city = city(query.words().place());
    if (!around.isEmpty()) {
      Clause nearby = new Clause.Filter(IndexFields.PROVEN, around);
      city = new Clause.Best(List.of(city, nearby.times(near)), 0);
    }
    return countries.isEmpty()
        ? city
        : new Clause.Sum(
            List.of(city.times(1 - BESIDE_A_CITY), countries(countries).times(BESIDE_A_CITY)));
  }

  /// Entries of a kind that are or belong to one of some cities, by their ids, or are proven there.
  static Clause within(Set<String> cities, Kind kind) {
    String own = kind == Kind.CITY ? IndexFields.ID : IndexFields.CITY;
    return new Clause.Best(
        List.of(new Clause.Filter(IndexFields.PROVEN, cities), new Clause.Filter(own, cities)), 0);
  }

  /// Entries that belong to a city or have their seat there, then those with cases in it.
  static Clause city(List<SearchWord> name) {
    return new Clause.Best(
        List.of(in(IndexFields.SEAT, name), in(IndexFields.PLACES, name).times(WITH_CASES)), 0);
  }

  /// The same, but of partners and solutions only the seat: cases in a city do not put them there.
  static Clause away(List<SearchWord> name, Kind kind) {
    return switch (kind) {
      case DEPLOYMENT, NEED, CITY, PROGRAMME -> city(name);
      case FIRM, FINANCIER, EXPERT, SOLUTION -> in(IndexFields.SEAT, name);
    };
  }

  private static Clause in(String field, List<SearchWord> name) {
    return new Clause.All(
        name.stream().<Clause>map(word -> Clause.Filter.of(field, word.term())).toList());
  }

  /// Entries that belong to one of the countries or regions or have it as a market; the country of
  /// a region counts less.
  private static Clause countries(Set<String> codes) {
    Clause exact = areas(codes.stream());
    Set<String> ofRegions =
        codes.stream()
            .filter(code -> code.length() > COUNTRY)
            .map(code -> code.substring(0, COUNTRY))
            .collect(Collectors.toSet());
    return ofRegions.isEmpty()
        ? exact
        : new Clause.Best(List.of(exact, areas(ofRegions.stream()).times(OF_THE_COUNTRY)), 0);
  }

  private static Clause areas(Stream<String> codes) {
    return new Clause.Filter(
        IndexFields.FACET,
        codes
            .flatMap(
                code ->
                    Stream.of(Facet.COUNTRY, Facet.MARKET)
                        .map(facet -> IndexFields.facetTerm(facet, code)))
            .collect(Collectors.toSet()));
  }
}
