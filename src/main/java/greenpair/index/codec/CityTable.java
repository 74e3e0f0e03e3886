package greenpair.index.codec;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import org.jspecify.annotations.Nullable;

/// All cities of a generation by ordinal and by id. A precedent stores the ordinal, so that ranking
/// looks a city up without hashing.
public final class CityTable {
  private final Map<EntryId, Integer> ordinals = new HashMap<>();
  private final List<@Nullable CityTraits> cities = new ArrayList<>();

  /// The ordinal of that city, a new one at its first mention.
  public int ordinal(EntryId id) {
    Integer known = ordinals.get(id);
    if (known != null) {
      return known;
    }
    cities.add(null);
    ordinals.put(id, cities.size() - 1);
    return cities.size() - 1;
  }

  public void put(int ordinal, CityTraits traits) {
    while (cities.size() <= ordinal) {
      cities.add(null);
    }
    cities.set(ordinal, traits);
    ordinals.put(traits.id(), ordinal);
  }

  public CityTraits at(int ordinal) {
    CityTraits traits = cities.get(ordinal);
    if (traits == null) {
      throw new IllegalStateException("no city has the ordinal " + ordinal);
    }
    return traits;
  }

  public Optional<CityTraits> get(EntryId id) {
    Integer ordinal = ordinals.get(id);
    return ordinal == null ? Optional.empty() : Optional.ofNullable(cities.get(ordinal));
  }

  /// The cities within some kilometres of a place.
  public List<CityTraits> around(Place place, double kilometres) {
    List<CityTraits> around = new ArrayList<>();
    for (CityTraits city : cities) {
      Place there = city == null ? null : city.place();
      if (city != null && there != null && there.kilometresTo(place) <= kilometres) {
        around.add(city);
      }
    }
    return around;
  }
}
