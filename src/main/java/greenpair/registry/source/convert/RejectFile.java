package greenpair.registry.source.convert;

import de.siegmar.fastcsv.writer.CsvWriter;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.registry.source.read.RejectHeader;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Rejected rows in their original form with `_file`, `_line`, `_column` and `_reason`, so that
/// they can be fixed and converted again: CSV with the columns and the delimiter of the source
/// (also for a sheet or a database), JSON Lines for JSON. There is no file when no row was
/// rejected.
///
/// CSV begins with a byte order mark, which takes precedence over the declared encoding and
/// identifies it to spreadsheets. Cells beyond the header are in `_more`. Rows with different
/// columns get separate files: the second is `x.rejects.2.csv`.
final class RejectFile implements Closeable {
  private static final int MOST_FILES = 50;
  private static final String NEW = ".new";

  /// What the rows of one CSV file share.
  private record Form(List<String> columns, boolean wide, char delimiter) {
    static Form of(SourceRecord record, SourceFormat format) {
      String delimiter = format.delimiter();
      return new Form(
          record.columns(),
          !record.surplus().isEmpty(),
          delimiter == null || delimiter.length() > 1 ? ',' : delimiter.charAt(0));
    }

    List<String> header() {
      List<String> header = new ArrayList<>(columns);
      if (wide) {
        header.add(RejectHeader.MORE);
      }
      header.addAll(RejectHeader.WHY);
      return header;
    }
  }

  private final Path path;
  private final List<Form> forms = new ArrayList<>();
  private final List<String> endings = new ArrayList<>();
  private final List<CsvWriter> writers = new ArrayList<>();
  private @Nullable Writer lines;
  private long left;

  /// @param path name without an ending, such as `x.rejects`
  RejectFile(Path path) {
    this.path = path;
  }

  void add(SourceRecord record, RowResults.Rejection why, SourceFormat format) throws IOException {
    String value = why.value().isEmpty() ? "" : ", but was \"" + why.value() + "\"";
    List<String> reason =
        List.of(why.file(), String.valueOf(why.line()), why.column(), why.rule() + value);
    if (format.typeOf(why.file()).map(SourceFormat.Type::isJson).orElse(false)) {
      addLine(record, reason);
    } else {
      addRow(record, reason, Form.of(record, format));
    }
  }

  private void addLine(SourceRecord record, List<String> reason) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    for (String column : record.columns()) {
      String text = record.text(column);
      if (!text.isEmpty()) {
        List<String> texts = List.of(text.split(String.valueOf(SourceRecord.SEPARATOR), -1));
        object.put(column, texts.size() == 1 ? text : texts);
      }
    }
    for (int at = 0; at < RejectHeader.WHY.size(); at++) {
      object.put(RejectHeader.WHY.get(at), reason.get(at));
    }
    if (lines == null) {
      lines = open(".jsonl");
    }
    lines.write(JsonMapper.shared().writeValueAsString(object));
    lines.write('\n');
  }

  private void addRow(SourceRecord record, List<String> reason, Form form) throws IOException {
    CsvWriter writer = writer(form);
    if (writer == null) {
      return;
    }
    List<String> cells = new ArrayList<>();
    for (String column : form.columns()) {
      cells.add(record.text(column).replace(String.valueOf(SourceRecord.SEPARATOR), "; "));
    }
    if (form.wide()) {
      cells.add(String.join(String.valueOf(form.delimiter()), record.surplus()));
    }
    cells.addAll(reason);
    writer.writeRecord(cells);
  }

  private @Nullable CsvWriter writer(Form form) throws IOException {
    int place = forms.indexOf(form);
    if (place >= 0) {
      return writers.get(place);
    }
    if (writers.size() >= MOST_FILES) {
      left++;
      return null;
    }
    int number = writers.size() + 1;
    Writer out = open(number == 1 ? ".csv" : "." + number + ".csv");
    out.write('\uFEFF');
    CsvWriter writer = CsvWriter.builder().fieldSeparator(form.delimiter()).build(out);
    writer.writeRecord(form.header());
    forms.add(form);
    writers.add(writer);
    return writer;
  }

  /// The note on rejected rows that are in no file, because they have too many different sets of
  /// columns.
  Optional<Text> note() {
    return left == 0
        ? Optional.empty()
        : Optional.of(
            Message.of("note.rejects_in_no_file", "count", left, "files", MOST_FILES).text());
  }

  private Writer open(String ending) throws IOException {
    endings.add(ending);
    OutputStream out = Files.newOutputStream(path(ending + NEW));
    // Half of a surrogate pair, which JSON can hold and UTF-8 cannot, becomes a question mark.
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private Path path(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
    for (CsvWriter each : writers) {
      each.close();
    }
    for (Path old : olds()) {
      Files.delete(old);
    }
    for (String ending : endings) {
      Files.move(path(ending + NEW), path(ending));
    }
  }

  /// Files of an earlier run, which may be what this run reads: they go when it has read them.
  private List<Path> olds() throws IOException {
    Pattern name =
        Pattern.compile(Pattern.quote(path.getFileName().toString()) + "\\.(\\d+\\.csv|csv|jsonl)");
    try (Stream<Path> all = Files.list(path.toAbsolutePath().getParent())) {
      return all.filter(each -> name.matcher(each.getFileName().toString()).matches()).toList();
    }
  }
}
