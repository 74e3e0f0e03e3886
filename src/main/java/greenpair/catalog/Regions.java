package greenpair.catalog;

import org.jspecify.annotations.Nullable;

/// The form of country and region codes.
final class Regions {
  private Regions() {}

  static void check(String country, @Nullable String region) {
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "country is two capital letters of ISO 3166-1, such as CN; got \""
              + Nearest.shorten(country)
              + "\"");
    }
    if (region != null
        && !(region.startsWith(country + "-") && region.matches("[A-Z]{2}-[A-Z0-9]{1,3}"))) {
      throw new IllegalArgumentException(
          "region is a code of ISO 3166-2 that begins with the country, such as "
              + country
              + "-XX; got \""
              + Nearest.shorten(region)
              + "\"");
    }
  }
}
