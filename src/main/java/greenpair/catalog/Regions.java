package greenpair.catalog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of country and region codes.
final class Regions {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  private Regions() {}

  static void check(String country, @Nullable String region) {
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException(
          "country must be two capital letters of ISO 3166-1, such as CN, but was \""
              + Nearest.shorten(country)
              + "\"");
    }
    if (region != null && !(region.startsWith(country + "-") && REGION.matcher(region).matches())) {
      throw new IllegalArgumentException(
          "region must be an ISO 3166-2 code that begins with the country, such as "
              + country
              + "-XX, but was \""
              + Nearest.shorten(region)
              + "\"");
    }
  }
}
