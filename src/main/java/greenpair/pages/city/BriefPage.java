package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.Text;
import greenpair.pages.view.ContactWays;

/// A city on two printed pages.
///
/// @param needs at most the first few; the page states if there are more
/// @param more needs that are left out
public record BriefPage(
    City city,
    List<Item> needs,
    int more,
    Instant created,
    ProgramNotes notes,
    Map<Entry.Key, ContactWays> reach) {
  /// Entries of a list that are printed.
  public static final int SHOWN = 3;

  /// One need with the first of each list.
  public record Item(CityPage.Row row, NeedPage.Chosen chosen) {}

  /// Cautions of more than one printed entry, each printed once, as a numbered footnote.
  public List<Text> footnotes() {
    Map<Text, Integer> times = new LinkedHashMap<>();
    needs.stream()
        .map(Item::chosen)
        .flatMap(each -> each.lists().values().stream())
        .flatMap(list -> list.shown().stream().limit(SHOWN))
        .forEach(each -> each.cautions().forEach(caution -> times.merge(caution, 1, Integer::sum)));
    return times.entrySet().stream()
        .filter(each -> each.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
