package greenpair.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list of a page as rows and columns, for a spreadsheet, with the words and numbers of the page.
///
/// @param rows texts, numbers, and null for what is unknown; made as they are written
public record Table(List<String> columns, Stream<List<@Nullable Object>> rows) {
  public Table {
    columns = List.copyOf(columns);
  }

  /// The columns of a table, each with its heading and what it shows of a row.
  public static final class Columns<R> {
    private final PageText v;
    private final List<String> headings = new ArrayList<>();
    private final List<Function<R, @Nullable Object>> cells = new ArrayList<>();

    public Columns(PageText v) {
      this.v = v;
    }

    /// Adds a column.
    ///
    /// @param heading key of a text, or a word of `words.common`
    public Columns<R> add(String heading, Function<R, @Nullable Object> cell) {
      headings.add(
          heading.contains(".") ? v.label(heading) : v.label("words.common", "word", heading));
      cells.add(cell);
      return this;
    }

    public Table of(Stream<R> rows) {
      return new Table(headings, rows.map(this::row));
    }

    private List<@Nullable Object> row(R row) {
      List<@Nullable Object> shown = new ArrayList<>();
      cells.forEach(each -> shown.add(each.apply(row)));
      return shown;
    }
  }
}
