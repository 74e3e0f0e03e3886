package greenpair.index.contract;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.value.SiteCondition;

/// Which site conditions hold in a city according to its indicators. A condition that is not in the
/// map is unknown: for example, no indicator states whether a city has a port.
///
/// Climate from the Köppen class (Chen and Chen, Environmental Development 6, 2013) and, where the
/// national code gives one, the building zone: D is cold; severe cold is a severe-cold zone or a
/// class ending in d; B is arid; A and second letters f, w, m with a hot summer (a) are humid and
/// hot; a third letter b with C is mild. City size: large from 1 million, small below 200,000.
public final class SiteConditions {
  private static final long LARGE = 1_000_000;
  private static final long SMALL = 200_000;

  private SiteConditions() {}

  public static Map<SiteCondition, Boolean> of(CityTraits city) {
    Map<SiteCondition, Boolean> holds = new EnumMap<>(SiteCondition.class);
    if (city.koppen() != null) {
      climate(city.koppen(), city.buildingZone() == null ? "" : city.buildingZone(), holds);
    }
    if (city.population() != null) {
      holds.put(SiteCondition.LARGE_CITY, city.population() >= LARGE);
      holds.put(SiteCondition.SMALL_CITY, city.population() < SMALL);
    }
    if (city.heatingNetwork() != null) {
      boolean network = city.heatingNetwork() != City.HeatingNetwork.NO;
      holds.put(SiteCondition.HEATING_NETWORK, network);
      holds.put(SiteCondition.NO_HEATING_NETWORK, !network);
    }
    return holds;
  }

  private static void climate(String koppen, String zone, Map<SiteCondition, Boolean> holds) {
    char main = koppen.charAt(0);
    char rain = koppen.charAt(1);
    char heat = koppen.charAt(koppen.length() - 1);
    boolean severe = zone.equals("severe-cold") || (main == 'D' && heat == 'd') || main == 'E';
    boolean hotSummer = heat == 'a' || heat == 'h' || main == 'A' || zone.startsWith("hot-summer");
    holds.put(SiteCondition.SEVERE_COLD, severe);
    holds.put(SiteCondition.COLD, severe || main == 'D' || zone.equals("cold"));
    holds.put(SiteCondition.MILD, zone.equals("mild") || (main == 'C' && heat == 'b'));
    holds.put(SiteCondition.HOT, hotSummer && main != 'D');
    holds.put(SiteCondition.ARID, main == 'B');
    holds.put(SiteCondition.HUMID, main == 'A' || (main == 'C' && rain != 's'));
    holds.put(SiteCondition.HIGH_SOLAR, main == 'B' || (main == 'C' && rain == 's'));
  }
}
