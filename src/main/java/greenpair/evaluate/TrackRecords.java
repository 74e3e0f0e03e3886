package greenpair.evaluate;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who has worked where, when and on what: the input of the baselines. A solution has worked
/// wherever one of its technologies has.
final class TrackRecords {
  private final Map<EntryId, City> cities = new HashMap<>();
  private final Map<EntryId, List<Deployment>> records = new HashMap<>();

  TrackRecords(
      Kind kind, List<Entry> entries, List<Entry> deployments, Collection<Entry> allCities) {
    allCities.forEach(each -> cities.put(each.id(), (City) each));
    Map<Code, List<Deployment>> byCode = new HashMap<>();
    for (Entry each : deployments) {
      Deployment deployment = (Deployment) each;
      deployment
          .partners(kind)
          .forEach(id -> records.computeIfAbsent(id, key -> new ArrayList<>()).add(deployment));
      deployment
          .technologies()
          .forEach(code -> byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(deployment));
    }
    if (kind == Kind.SOLUTION) {
      for (Entry each : entries) {
        each.technologies().forEach(code -> add(each.id(), byCode.getOrDefault(code, List.of())));
      }
    }
  }

  private void add(EntryId id, List<Deployment> done) {
    records.computeIfAbsent(id, key -> new ArrayList<>()).addAll(done);
  }

  @Nullable City city(EntryId id) {
    return cities.get(id);
  }

  /// The region, or the country where that is unknown; empty for an unknown city.
  String region(EntryId id) {
    City city = cities.get(id);
    if (city == null) {
      return "";
    }
    return city.region() == null ? city.country() : city.region();
  }

  /// The number of cities in which it has done matching work.
  int cities(EntryId id, Predicate<Deployment> counts) {
    Set<EntryId> there = new HashSet<>();
    for (Deployment each : of(id)) {
      if (counts.test(each)) {
        there.add(each.city());
      }
    }
    return there.size();
  }

  List<Deployment> of(EntryId id) {
    return records.getOrDefault(id, List.of());
  }

  /// The year of the newest deployment of all, or 0.
  int newest() {
    int newest = 0;
    for (List<Deployment> each : records.values()) {
      for (Deployment deployment : each) {
        Integer year = Deployment.year(deployment.start(), deployment.end());
        newest = year == null ? newest : Math.max(newest, year);
      }
    }
    return newest;
  }

  /// Kilometres between two cities; infinite if a place is unknown.
  double kilometres(EntryId from, EntryId to) {
    Place here = place(from);
    Place there = place(to);
    return here == null || there == null ? Double.POSITIVE_INFINITY : here.kilometresTo(there);
  }

  private @Nullable Place place(EntryId id) {
    City city = cities.get(id);
    return city == null ? null : city.place();
  }
}
