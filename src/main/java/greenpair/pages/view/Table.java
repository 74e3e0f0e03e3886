package greenpair.pages.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of a page as rows and columns, for a spreadsheet, with the words and numbers of the page.
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {
  public Table {
    columns = List.copyOf(columns);
  }

  public static Table of(View v, String... headings) {
    List<String> columns = new ArrayList<>();
    for (String each : headings) {
      columns.add(v.label(each));
    }
    return new Table(columns, new ArrayList<>());
  }

  /// Adds a row.
  ///
  /// @param cells texts, numbers, and null for what is unknown
  public void add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row must have " + columns.size() + " cells, but has " + cells.length);
    }
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, cells);
    rows.add(row);
  }
}
