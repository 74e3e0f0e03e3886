package greenpair.pages.deck;

import java.util.List;

/// A city in words, as they are on its slide.
///
/// @param second name in the other language; empty if it is the same
/// @param where region, country and inhabitants
/// @param notes reasons and all sources in full, for the speaker
record CitySlide(
    String city,
    String second,
    String where,
    List<Row> rows,
    String more,
    List<String> failures,
    String sources,
    String notes) {
  record Row(Cell need, Cell partner, Cell money, Cell step) {
    List<Cell> cells() {
      return List.of(need, partner, money, step);
    }
  }

  /// A cell of the table.
  ///
  /// @param second smaller; empty for nothing
  record Cell(String first, String second) {}
}
