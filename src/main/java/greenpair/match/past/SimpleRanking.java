package greenpair.match.past;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Word;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.settings.MatchQuery;

/// Rankings by past work alone, without weights: the least that a ranking has to better.
public enum SimpleRanking implements Word {
  /// By the number of cities where it has worked.
  POPULARITY,
  /// The same in the region of the asking city first, or in its country where the region is
  /// unknown.
  POPULARITY_REGION,
  /// By the number of cities of the region where it has done what is asked for (a wanted
  /// technology or one below it), then by [#POPULARITY_REGION].
  POPULARITY_REGION_TECHNOLOGY,
  /// By the distance in kilometres to its nearest deployment of the last ten years, newer first at
  /// one distance, then by [#POPULARITY].
  NEAREST_RECENT;

  private static final int RECENT_YEARS = 10;

  /// Above any number of cities, years and kilometres, so that a number can hold three.
  private static final double STEP = 100_000;

  /// The higher, the earlier a candidate stands.
  public double of(MatchQuery ask, Candidate candidate, Taxonomy taxonomy) {
    Set<EntryId> all = new HashSet<>();
    Set<EntryId> region = new HashSet<>();
    Set<EntryId> alike = new HashSet<>();
    double nearest = 0;
    for (Precedent each : candidate.precedents()) {
      CityTraits city = each.city();
      if (!ask.hideOwnCases() || !city.id().equals(ask.city().id())) {
        all.add(city.id());
        if (isInRegion(ask, city)) {
          region.add(city.id());
          if (taxonomy.isAnyWithin(each.technologies(), ask.technologies())) {
            alike.add(city.id());
          }
        }
        nearest = Math.max(nearest, nearness(ask, each));
      }
    }
    return switch (this) {
      case POPULARITY -> all.size();
      case POPULARITY_REGION -> region.size() * STEP + all.size();
      case POPULARITY_REGION_TECHNOLOGY ->
          (alike.size() * STEP + region.size()) * STEP + all.size();
      case NEAREST_RECENT -> nearest * STEP + all.size();
    };
  }

  /// Whether a candidate has not worked in the region of the asking city.
  public static boolean isNew(MatchQuery ask, Candidate candidate) {
    return candidate.precedents().stream()
        .map(Precedent::city)
        .filter(each -> !ask.hideOwnCases() || !each.id().equals(ask.city().id()))
        .noneMatch(each -> isInRegion(ask, each));
  }

  private static boolean isInRegion(MatchQuery ask, CityTraits there) {
    CityTraits here = ask.city();
    return here.country().equals(there.country())
        && (here.region() == null || here.region().equals(there.region()));
  }

  private static double nearness(MatchQuery ask, Precedent done) {
    Integer year = done.year();
    Place here = ask.city().place();
    Place there = done.city().place();
    return year == null || year <= ask.asOf() - RECENT_YEARS || here == null || there == null
        ? 0
        : (STEP - Math.round(here.kilometresTo(there))) * STEP + year;
  }
}
