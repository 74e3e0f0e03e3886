package greenpair.pages.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list of a page as rows and columns, for a spreadsheet, with the words and numbers of the page.
///
/// @param more rows behind the others, made as they are written
public record Table(
    List<String> columns, List<List<@Nullable Object>> rows, Stream<List<@Nullable Object>> more) {
  public Table {
    columns = List.copyOf(columns);
  }

  /// An empty table.
  ///
  /// @param headings keys of texts, or words of `words.common`
  public static Table of(PageText v, String... headings) {
    List<String> columns = new ArrayList<>();
    for (String each : headings) {
      columns.add(each.contains(".") ? v.label(each) : v.label("words.common", "word", each));
    }
    return new Table(columns, new ArrayList<>(), Stream.empty());
  }

  public Table with(Stream<List<@Nullable Object>> more) {
    return new Table(columns, rows, more);
  }

  /// A row of texts, numbers, and null for what is unknown.
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, cells);
    return row;
  }

  /// Adds a row of texts, numbers, and null for what is unknown.
  public void add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row must have " + columns.size() + " cells, but has " + cells.length);
    }
    rows.add(row(cells));
  }

  /// All rows, to be read once.
  public Stream<List<@Nullable Object>> all() {
    return Stream.concat(rows.stream(), more);
  }
}
