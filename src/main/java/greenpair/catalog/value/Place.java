package greenpair.catalog.value;

import org.jspecify.annotations.Nullable;

/// A point in WGS84 degrees: latitude in [-90, 90], longitude in [-180, 180].
public record Place(double lat, double lon) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  public Place {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("lat must be a number from -90 to 90, but was " + lat);
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("lon must be a number from -180 to 180, but was " + lon);
    }
  }

  /// The great-circle distance in kilometres by the haversine formula on the mean earth radius
  /// (Sinnott, Sky and Telescope 68, 1984); in [0, 20016].
  public double kilometresTo(Place other) {
    double lat1 = Math.toRadians(lat);
    double lat2 = Math.toRadians(other.lat);
    double dLat = Math.sin((lat2 - lat1) / 2);
    double dLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
    double h = dLat * dLat + Math.cos(lat1) * Math.cos(lat2) * dLon * dLon;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /// Rejects a region of another country.
  public static void checkRegion(String country, @Nullable String region) {
    if (region != null && !region.startsWith(country + "-")) {
      throw new IllegalArgumentException(
          "region must begin with " + country + "-, but was " + Nearest.shorten(region));
    }
  }
}
