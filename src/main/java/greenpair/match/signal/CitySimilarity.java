package greenpair.match.signal;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.index.contract.CityTraits;
import greenpair.match.settings.CitySimilaritySettings;
import org.jspecify.annotations.Nullable;

/// The similarity of two cities for a technology, in [0, 1]; 1 for the same city.
///
/// Gower's coefficient (Biometrics 27, 1971), shrunk towards the middle of the scale: s = (sum of
/// w_i s_i + w_0 / 2) / (sum of w_i + w_0) over the indicators that are known of both cities, with
/// w_0 `prior_weight`. The less is known, the closer it is to 0.5, and only the same city reaches
/// 1. Populations count on a log scale, since Chinese and American figures have different scopes.
/// Returns the mean of the scale, 0.5, when nothing is known of both.
public final class CitySimilarity {
  private static final double UNKNOWN = 0.5;

  /// Between cities that have nothing in common: orders of magnitude of population, t CO2 per MWh
  /// of the grid, degrees of latitude.
  private static final double POPULATION_DECADES = 3;

  private static final double GRID = 0.6;
  private static final double LATITUDE = 30;

  /// Shares of the letters of a Köppen class: the main one, rain and heat.
  private static final double MAIN = 0.5;

  private static final double RAIN = 0.3;
  private static final double HEAT = 0.2;

  /// Of a partial heating network and any other.
  private static final double PARTIAL_NETWORK = 0.5;

  private static final CitySimilaritySettings.Indicator[] INDICATORS =
      CitySimilaritySettings.Indicator.values();

  private CitySimilarity() {}

  public static double of(
      CityTraits a, CityTraits b, Code technology, CitySimilaritySettings settings) {
    if (a.id().equals(b.id())) {
      return 1;
    }
    double sum = 0;
    double all = 0;
    double[] weights = settings.weights(technology);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        double alike = indicator(INDICATORS[i], a, b);
        if (!Double.isNaN(alike)) {
          sum += weights[i] * alike;
          all += weights[i];
        }
      }
    }
    double prior = settings.prior();
    return all + prior > 0 ? (sum + prior * UNKNOWN) / (all + prior) : UNKNOWN;
  }

  /// The similarity by one indicator, in [0, 1]; NaN if unknown for either.
  private static double indicator(
      CitySimilaritySettings.Indicator indicator, CityTraits a, CityTraits b) {
    return switch (indicator) {
      case COUNTRY -> equal(a.country(), b.country());
      case REGION -> equal(a.region(), b.region());
      case KOPPEN -> koppen(a.koppen(), b.koppen());
      case BUILDING_ZONE ->
          // Zones of different national codes have nothing in common.
          a.country().equals(b.country()) ? equal(a.buildingZone(), b.buildingZone()) : Double.NaN;
      case HEATING_NETWORK -> heating(a.heatingNetwork(), b.heatingNetwork());
      case POPULATION -> population(a.population(), b.population());
      case GRID -> near(a.gridFactor(), b.gridFactor(), GRID);
      case LATITUDE ->
          a.place() == null || b.place() == null
              ? Double.NaN
              : near(Math.abs(a.place().lat()), Math.abs(b.place().lat()), LATITUDE);
    };
  }

  private static double equal(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Double.NaN;
    }
    return a.equals(b) ? 1 : 0;
  }

  /// Sum of the shares of equal main class, precipitation and temperature; NaN when either is
  /// unknown.
  static double koppen(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Double.NaN;
    }
    if (a.charAt(0) != b.charAt(0)) {
      return 0.0;
    }
    double alike = MAIN + (a.charAt(1) == b.charAt(1) ? RAIN : 0);
    if (a.length() < 3 || b.length() < 3) {
      return alike / (MAIN + RAIN);
    }
    return alike + (a.charAt(2) == b.charAt(2) ? HEAT : 0);
  }

  private static double heating(City.@Nullable HeatingNetwork a, City.@Nullable HeatingNetwork b) {
    if (a == null || b == null) {
      return Double.NaN;
    }
    if (a == b) {
      return 1.0;
    }
    return a == City.HeatingNetwork.PARTIAL || b == City.HeatingNetwork.PARTIAL
        ? PARTIAL_NETWORK
        : 0.0;
  }

  private static double population(@Nullable Long a, @Nullable Long b) {
    if (a == null || b == null) {
      return Double.NaN;
    }
    return Math.max(0, 1 - Math.abs(Math.log10((double) a / b)) / POPULATION_DECADES);
  }

  private static double near(@Nullable Double a, @Nullable Double b, double range) {
    return a == null || b == null ? Double.NaN : Math.max(0, 1 - Math.abs(a - b) / range);
  }
}
