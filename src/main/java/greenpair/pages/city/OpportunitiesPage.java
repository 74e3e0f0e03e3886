package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Needs outside all programmes, such as suitable sites listed by a registry.
///
/// @param city city whose opportunities are shown; null for all cities
/// @param from position of the first opportunity shown, from 0
public record OpportunitiesPage(
    @Nullable City city, List<Row> rows, int from, int size, long total) {
  public record Row(City city, Need need) {}
}
