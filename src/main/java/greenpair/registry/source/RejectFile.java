package greenpair.registry.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rejected rows as CSV with the columns of the source and `_file`, `_line`, `_column` and
/// `_reason`, so that they can be mended and fed again. There is no file when no row was rejected.
/// A source whose records differ in their columns (JSON) gets a file for each set of columns: the
/// second is `x.rejects.2.csv`.
final class RejectFile implements Closeable {
  private static final int MOST_FILES = 50;

  private final Path path;
  private final List<List<String>> headers = new ArrayList<>();
  private final List<CsvWriter> writers = new ArrayList<>();

  RejectFile(Path path) throws IOException {
    this.path = path;
    Files.deleteIfExists(path);
  }

  void add(SourceRecord record, Account.Rejection why) throws IOException {
    List<String> cells = new ArrayList<>();
    for (String column : record.columns()) {
      cells.add(record.text(column).replace(String.valueOf(SourceRecord.SEPARATOR), "; "));
    }
    String value = why.value().isEmpty() ? "" : "; got \"" + why.value() + "\"";
    cells.addAll(List.of(why.file(), String.valueOf(why.line()), why.column(), why.rule() + value));
    CsvWriter writer = writer(record.columns());
    if (writer != null) {
      writer.writeRecord(cells);
    }
  }

  private @Nullable CsvWriter writer(List<String> columns) throws IOException {
    int place = headers.indexOf(columns);
    if (place >= 0) {
      return writers.get(place);
    }
    if (writers.size() >= MOST_FILES) {
      return null;
    }
    CsvWriter writer = CsvWriter.builder().build(path(writers.size() + 1), StandardCharsets.UTF_8);
    List<String> header = new ArrayList<>(columns);
    header.addAll(List.of("_file", "_line", "_column", "_reason"));
    writer.writeRecord(header);
    headers.add(columns);
    writers.add(writer);
    return writer;
  }

  private Path path(int number) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return number == 1
        ? path
        : path.resolveSibling(name.substring(0, dot) + "." + number + name.substring(dot));
  }

  @Override
  public void close() throws IOException {
    for (CsvWriter each : writers) {
      each.close();
    }
  }
}
