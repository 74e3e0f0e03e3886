package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import greenpair.pages.view.ContactWays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One need of a city with its recommendations.
public record NeedPage(
    City city,
    Chosen chosen,
    List<Need> others,
    ProgramNotes desk,
    Map<Entry.Key, ContactWays> reach) {
  /// The displayed need.
  ///
  /// @param draft the entered need; null for one of the catalog
  /// @param packages null for an entered need: they are computed only for needs of the catalog
  /// @param turned the lists that are read on; null for the beginning of each
  /// @param evidence every deployment that the lists below it rest on, strongest first
  public record Chosen(
      Need need,
      ProgramNotes.@Nullable Draft draft,
      Shortlist firms,
      Shortlist financiers,
      Shortlist solutions,
      Shortlist experts,
      @Nullable Offers packages,
      @Nullable ListOffset turned,
      EvidenceCharts evidence) {}
}
