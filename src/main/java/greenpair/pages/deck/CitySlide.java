package greenpair.pages.deck;

import java.util.List;

/// A city in words, as they are on its slide.
///
/// @param second name in the other language; empty when it is the same
/// @param where region, country and inhabitants
/// @param rows open needs
/// @param more how many open needs are left out, in words; empty for none
/// @param failures what went wrong elsewhere
/// @param sources in one line
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
  /// A need, with a cell for each heading of [Decks].
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
