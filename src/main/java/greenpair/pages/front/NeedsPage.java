package greenpair.pages.front;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.match.reason.Answer;
import java.util.List;

/// The open needs of cities, for firms and financiers.
///
/// @param sectors with something to show, in the order of the taxonomy
/// @param total number of open needs without filters
public record NeedsPage(
    List<Sector> sectors,
    List<Answer.NamedCode> allSectors,
    List<String> countries,
    Chosen chosen,
    int total) {
  /// What narrows the list.
  ///
  /// @param sector root of the taxonomy; empty for all
  /// @param country ISO 3166-1 alpha-2; empty for all
  public record Chosen(String sector, String country) {}

  public record Sector(Answer.NamedCode sector, List<Row> needs) {}

  public record Row(City city, Need need) {}

  public int shown() {
    return sectors.stream().mapToInt(each -> each.needs().size()).sum();
  }

  public boolean isNarrowed() {
    return !chosen.sector().isEmpty() || !chosen.country().isEmpty();
  }
}
