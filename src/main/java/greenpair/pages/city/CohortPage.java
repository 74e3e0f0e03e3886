package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.match.Gaps;
import java.util.List;
import java.util.stream.Stream;

/// A page of cities by sector as a heat map, the gaps, and partners on many lists.
///
/// @param sectors columns, in the order of the taxonomy
/// @param from place of the first city shown, from 0
public record CohortPage(
    List<Concept> sectors, List<Row> rows, List<Exposed> exposed, int from, int size, long total) {
  /// A city with its needs by sector, one list for each sector.
  public record Row(City city, List<List<Served>> needs) {}

  /// How one need of a city is served.
  public record Served(City city, Gaps.Coverage coverage) {
    /// A step of the scale: 0 for a gap, 1 to 5 by the best firm's score.
    public int step() {
      return coverage.isGap() ? 0 : Math.clamp((int) (coverage.best() * 10) - 3, 1, 5);
    }
  }

  /// A partner that is among the first three of several cities.
  public record Exposed(Kind kind, EntryId id, Text name, List<City> cities) {}

  /// Needs without a proven firm.
  public List<Served> gaps() {
    return all().filter(each -> each.coverage().isGap()).toList();
  }

  public long needs() {
    return all().count();
  }

  private Stream<Served> all() {
    return rows.stream().flatMap(row -> row.needs().stream()).flatMap(List::stream);
  }
}
