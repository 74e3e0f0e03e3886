package greenpair.registry.source.convert;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import greenpair.registry.source.read.RejectHeader;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Rejected rows in their original form with `_file`, `_line`, `_column` and `_reason`, so that
/// they can be fixed and converted again: CSV with the columns and the delimiter of the source
/// (also for a sheet or a database); JSON Lines for JSON and for rows with other columns than the
/// first. There is no file when no row was rejected.
///
/// CSV begins with a byte order mark, which takes precedence over the declared encoding and
/// identifies it to spreadsheets. Cells beyond the header are in `_more`.
final class RejectFile implements Closeable {
  private static final String NEW = ".new";
  private static final String LINES = ".jsonl";
  private static final String TABLE = ".csv";
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private final Path path;
  private List<String> columns = List.of();

  /// The columns of the source: a file of rejects that is read again has more.
  private List<String> own = List.of();

  private @Nullable CsvWriter table;
  private @Nullable Writer lines;

  /// @param path name without an ending, such as `x.rejects`
  RejectFile(Path path) {
    this.path = path;
  }

  void add(SourceRecord record, RowResults.Rejection why, SourceFormat format) throws IOException {
    String value = why.value().isEmpty() ? "" : ", but was \"" + why.value() + "\"";
    List<String> reason =
        List.of(why.file(), String.valueOf(why.line()), why.column(), why.rule() + value);
    boolean isJson = format.typeOf(why.file()).map(SourceFormat.Type::isJson).orElse(false);
    if (isJson || (table != null && !columns.equals(record.columns()))) {
      addLine(record, reason);
    } else {
      addRow(record, reason, format.delimiter());
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
    if (!record.surplus().isEmpty()) {
      object.put(RejectHeader.MORE, record.surplus());
    }
    for (int at = 0; at < RejectHeader.WHY.size(); at++) {
      object.put(RejectHeader.WHY.get(at), reason.get(at));
    }
    if (lines == null) {
      lines = open(LINES);
    }
    // Half of a surrogate pair can be in JSON, but not in UTF-8.
    lines.write(
        HALF.matcher(JsonMapper.shared().writeValueAsString(object))
            .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0))));
    lines.write('\n');
  }

  private void addRow(SourceRecord record, List<String> reason, @Nullable String delimiter)
      throws IOException {
    if (table == null) {
      columns = record.columns();
      own = new ArrayList<>(columns);
      own.removeAll(RejectHeader.WHY);
      own.remove(RejectHeader.MORE);
      char separator = delimiter == null || delimiter.length() != 1 ? ',' : delimiter.charAt(0);
      Writer out = open(TABLE);
      out.write('\uFEFF');
      table = CsvWriter.builder().fieldSeparator(separator).build(out);
      table.writeRecord(row(own, RejectHeader.MORE, RejectHeader.WHY));
    }
    List<String> cells =
        own.stream()
            .map(each -> record.text(each).replace(String.valueOf(SourceRecord.SEPARATOR), "; "))
            .toList();
    String more = record.text(RejectHeader.MORE) + String.join("; ", record.surplus());
    table.writeRecord(row(cells, more, reason));
  }

  private static List<String> row(List<String> cells, String more, List<String> reason) {
    List<String> row = new ArrayList<>(cells);
    row.add(more);
    row.addAll(reason);
    return row;
  }

  private Writer open(String ending) throws IOException {
    OutputStream out = Files.newOutputStream(path(ending + NEW));
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private Path path(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  /// Files of an earlier run, which may be what this run reads, are replaced when it has read them.
  @Override
  public void close() throws IOException {
    replace(lines, LINES);
    replace(table, TABLE);
  }

  private void replace(@Nullable Closeable writer, String ending) throws IOException {
    if (writer == null) {
      Files.deleteIfExists(path(ending));
    } else {
      writer.close();
      Files.move(path(ending + NEW), path(ending), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
