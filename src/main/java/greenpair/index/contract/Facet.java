package greenpair.index.contract;

import module java.base;

import greenpair.catalog.value.Word;

/// A property by which hits can be filtered. Its values are a closed list or short; a missing fact
/// has the value [#UNKNOWN], because unknown is not "none".
public enum Facet implements Word {
  /// Root of a technology code.
  SECTOR,
  /// Technology codes with all codes above them.
  TECHNOLOGY,
  /// Seat of an organisation and countries of its stated market; of a city, need or deployment its
  /// place; of a solution the places where it is proven.
  COUNTRY,
  /// Markets stated by an organisation.
  MARKET,
  /// Maturity of a solution: `commercial` (readiness 9), `demonstrated` (7, 8), `pilot` (below).
  MATURITY,
  /// Best grade of its deployments, or of a deployment itself; `none` without one.
  EVIDENCE,
  /// Köppen classes of the cities where it is proven.
  CLIMATE,
  /// Sizes of the cities where it is proven.
  CITY_SIZE,
  INSTRUMENT,
  /// Sizes of deals, budgets and projects in US dollars, see [#TICKETS].
  TICKET;

  public static final String UNKNOWN = "unknown";

  /// Upper ends of the classes of deal sizes, US dollars.
  public static final SortedMap<Double, String> TICKETS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  1e6,
                  "below_1m",
                  1e7,
                  "1m_to_10m",
                  1e8,
                  "10m_to_100m",
                  Double.POSITIVE_INFINITY,
                  "above_100m")));

  /// US dollars for one unit of a currency, so rounded that it only tells such classes (estimate of
  /// November 2026).
  public static final Map<String, Double> DOLLARS = Map.of("USD", 1.0, "CNY", 1.0 / 7);

  public static Optional<Facet> of(String word) {
    return Arrays.stream(values()).filter(facet -> facet.word().equals(word)).findFirst();
  }

  /// Its values when they are a closed list that only phrases can name; empty for others.
  public List<String> spoken() {
    return switch (this) {
      case MATURITY -> List.of("commercial", "demonstrated", "pilot");
      case EVIDENCE -> List.of("a", "b", "c", "d", "none");
      case CITY_SIZE -> List.of("small", "medium", "large", "very_large", "mega");
      case TICKET -> List.copyOf(TICKETS.values());
      case SECTOR, TECHNOLOGY, COUNTRY, MARKET, CLIMATE, INSTRUMENT -> List.of();
    };
  }
}
