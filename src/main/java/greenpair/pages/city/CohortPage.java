package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.Gaps;
import greenpair.match.reason.Answer;
import java.util.List;

/// A page of cities by sector as a heat map, the gaps, and partners on many lists.
///
/// @param sectors columns, in the order of the taxonomy
/// @param from place of the first city shown, from 0
public record CohortPage(
    List<Answer.NamedCode> sectors,
    List<Row> rows,
    List<Exposed> exposed,
    int from,
    int size,
    long total) {
  /// A city with its needs by sector, one cell for each sector.
  public record Row(City city, List<List<Cell>> cells) {}

  /// How one need is served.
  public record Cell(Gaps.Coverage coverage) {
    /// A step of the scale: 0 for a gap, 1 to 5 by the best firm's score.
    public int step() {
      return coverage.isGap() ? 0 : Math.clamp((int) (coverage.best() * 10) - 3, 1, 5);
    }
  }

  /// A partner that is among the first three of several cities.
  public record Exposed(Kind kind, EntryId id, Text name, List<City> cities) {}

  /// Needs without a proven firm.
  public List<Gap> gaps() {
    return rows.stream()
        .flatMap(
            row ->
                row.cells().stream()
                    .flatMap(List::stream)
                    .filter(cell -> cell.coverage().isGap())
                    .map(cell -> new Gap(row.city(), cell.coverage())))
        .toList();
  }

  /// A need without a proven firm.
  public record Gap(City city, Gaps.Coverage coverage) {}

  public long needs() {
    return rows.stream().flatMap(row -> row.cells().stream()).mapToLong(List::size).sum();
  }
}
