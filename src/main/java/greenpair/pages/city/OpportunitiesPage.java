package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Needs outside all programmes, such as suitable sites listed by a registry.
///
/// @param city only its own; null for those of all cities
/// @param from place of the first one shown, from 0
public record OpportunitiesPage(
    @Nullable City city, List<Row> rows, int from, int size, long total) {
  public record Row(City city, Need need) {}
}
