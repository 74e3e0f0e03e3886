package greenpair.registry.source.read;

import greenpair.message.Message;
import greenpair.registry.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a source, as text by column. If a JSON field is a list of texts, the cell holds them
/// joined by [#SEPARATOR].
public final class SourceRecord {
  /// Separates the texts of a cell; text files do not contain it by chance.
  public static final char SEPARATOR = '\u001f';

  private final Origin origin;
  private final Header header;
  private final List<String> cells;
  private final @Nullable Message fault;
  private final int errors;

  /// @param fault why the row cannot be mapped at all, null if it can
  public SourceRecord(Origin origin, Header header, List<String> cells, @Nullable Message fault) {
    this(origin, header, cells, fault, 0);
  }

  SourceRecord(
      Origin origin, Header header, List<String> cells, @Nullable Message fault, int errors) {
    this.origin = origin;
    this.header = header;
    this.cells = List.copyOf(cells);
    this.fault = fault;
    this.errors = errors;
  }

  /// The file and the line in it, or the row of a sheet, or the number of a JSON record.
  public Origin origin() {
    return origin;
  }

  /// The columns in the order of the file.
  public List<String> columns() {
    return header.columns();
  }

  /// The text of a column, untrimmed; empty if the column or the cell is not there.
  public String text(String column) {
    int place = header.place(column);
    return place < 0 || place >= cells.size() ? "" : cells.get(place);
  }

  /// The cells beyond the header.
  public List<String> surplus() {
    int width = columns().size();
    return width < cells.size() ? cells.subList(width, cells.size()) : List.of();
  }

  /// Why the row cannot be mapped at all, null if it can.
  public @Nullable Message fault() {
    return fault;
  }

  /// The cells that are unknown because their formula failed or was never calculated.
  public int errors() {
    return errors;
  }

  /// About how many characters it holds.
  public long weight() {
    long weight = 0;
    for (String cell : cells) {
      weight += cell.length();
    }
    return weight;
  }
}
