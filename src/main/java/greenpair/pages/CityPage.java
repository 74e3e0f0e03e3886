package greenpair.pages;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.match.Gaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A city: what it is like, what it needs, how well each need is served, and for the chosen need
/// who and what is recommended.
///
/// @param chosen null when the city has no needs
/// @param desk what the people of the programme wrote about the city
public record CityPage(City city, List<Row> needs, @Nullable Chosen chosen, Desk desk) {
  /// A need with how well it is served.
  public record Row(Need need, Gaps.Coverage coverage) {}

  /// The need that is looked at.
  ///
  /// @param evidence every deployment that the lists below it rest on, strongest first
  public record Chosen(
      Need need,
      Shortlist firms,
      Shortlist financiers,
      Shortlist solutions,
      Offers packages,
      Evidence evidence) {}

  /// Whether this need is the chosen one.
  public boolean isChosen(Row row) {
    return chosen != null && chosen.need().id().equals(row.need().id());
  }
}
