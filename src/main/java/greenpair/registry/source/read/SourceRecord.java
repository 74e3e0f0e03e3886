package greenpair.registry.source.read;

import greenpair.message.Message;
import greenpair.registry.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a source, as text by column. If a JSON field is a list of texts, the cell holds them
/// joined by [#SEPARATOR].
///
/// @param origin the file and the line in it, or the row of a sheet, or the number of a JSON record
/// @param fault why the row cannot be mapped at all, null if it can
/// @param errors cells that are unknown because their formula failed or was never calculated
public record SourceRecord(
    Origin origin, Header header, List<String> cells, @Nullable Message fault, int errors) {
  /// Separates the texts of a cell; text files do not contain it by chance.
  public static final char SEPARATOR = '\u001f';

  public SourceRecord {
    cells = List.copyOf(cells);
  }

  public SourceRecord(Origin origin, Header header, List<String> cells, @Nullable Message fault) {
    this(origin, header, cells, fault, 0);
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

  /// About how many characters it holds.
  public long weight() {
    return cells.stream().mapToLong(String::length).sum();
  }
}
