package greenpair.pages.front;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import java.util.List;

/// The needs for which partners are sought, in the order of the cities.
final class OpenNeeds {
  private OpenNeeds() {}

  record Of(City city, Need need) {}

  static List<Of> of(List<City> cities, Snapshot snapshot) {
    return of(cities, snapshot, Integer.MAX_VALUE);
  }

  static List<Of> of(List<City> cities, Snapshot snapshot, int most) {
    return cities.stream()
        .flatMap(
            city ->
                snapshot.ownNeeds(city.id()).stream()
                    .filter(Need::isOpen)
                    .map(need -> new Of(city, need)))
        .limit(most)
        .toList();
  }
}
