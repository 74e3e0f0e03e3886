package greenpair.pages;

import greenpair.catalog.City;
import java.time.Instant;
import java.util.List;

/// A city on two printed pages.
///
/// @param needs at most the first few; the page says so when there are more
/// @param more needs that are left out
/// @param created when the data were built
/// @param desk what the people of the programme wrote about the city
public record BriefPage(City city, List<Item> needs, int more, Instant created, Desk desk) {
  /// One need with the first of each list.
  public record Item(CityPage.Row row, CityPage.Chosen chosen) {}
}
