package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.match.Gaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A city: what it is like, what it needs, how well each need is served, and for the chosen need
/// who and what is recommended.
///
/// @param opportunities further needs of the city, which take part in no programme
/// @param chosen null when the city has no needs
/// @param desk what the people of the programme wrote about the city
public record CityPage(
    City city, List<Row> needs, long opportunities, @Nullable Chosen chosen, ProgrammeNotes desk) {
  /// A need with how well it is served.
  public record Row(Need need, Gaps.Coverage coverage) {}

  /// The need that is looked at.
  ///
  /// @param draft how the need was typed in; null for one of the catalog
  /// @param packages null for a need that was typed in: they are made for those of the catalog
  /// @param evidence every deployment that the lists below it rest on, strongest first
  public record Chosen(
      Need need,
      ProgrammeNotes.@Nullable Draft draft,
      Shortlist firms,
      Shortlist financiers,
      Shortlist solutions,
      @Nullable Offers packages,
      Evidence evidence) {}

  /// Whether this need is the chosen one.
  public boolean isChosen(Row row) {
    return chosen != null && chosen.need().id().equals(row.need().id());
  }
}
