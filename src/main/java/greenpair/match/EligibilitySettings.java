package greenpair.match;

import greenpair.catalog.Market;
import greenpair.catalog.Settings;
import greenpair.index.CityTraits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `index-config/eligibility.yaml`: named lists of countries that markets may use, such as `ODA`,
/// and what counts as a seller.
public final class EligibilitySettings {
  public static final String FILE = "eligibility.yaml";
  private static final String WORLD = "WORLD";

  private final Map<String, Set<String>> lists;

  private EligibilitySettings(Map<String, Set<String>> lists) {
    this.lists = lists;
  }

  public static EligibilitySettings read(Settings all) {
    Map<String, Set<String>> lists = new HashMap<>();
    Settings of = all.child("country_lists");
    for (String name : of.keys()) {
      Settings list = of.child(name);
      list.text("source");
      lists.put(name, Set.copyOf(list.texts("countries")));
      list.finish();
    }
    of.finish();
    all.finish();
    return new EligibilitySettings(lists);
  }

  /// Whether a market covers a city. The most exact name decides: city, region, country, list.
  Verdict covers(Market market, CityTraits city) {
    for (int level = 0; level < 4; level++) {
      if (names(market.never(), city, level)) {
        return Verdict.FAIL;
      }
      if (names(market.in(), city, level)) {
        return Verdict.PASS;
      }
      if (names(market.unclear(), city, level)) {
        return Verdict.UNKNOWN;
      }
    }
    return market.in().isEmpty() ? Verdict.UNKNOWN : Verdict.FAIL;
  }

  private boolean names(List<String> places, CityTraits city, int level) {
    for (String place : places) {
      boolean named =
          switch (level) {
            case 0 -> place.equals(city.id().value());
            case 1 -> place.equals(city.region());
            case 2 -> place.equals(city.country());
            default ->
                place.equals(WORLD) || lists.getOrDefault(place, Set.of()).contains(city.country());
          };
      if (named) {
        return true;
      }
    }
    return false;
  }
}
