package greenpair.registry.source.convert;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.registry.Origin;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.JsonRecords;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.read.XlsxRecords;
import org.jspecify.annotations.Nullable;

/// What a person needs to correct a mapping: its results on a source, of which nothing is written.
///
/// @param good rows that gave entries
/// @param skipped rows left out on purpose
/// @param rejected rows that broke a rule
/// @param fields how often each field of each kind is known, repeats counted; 0 for one of the
///     mapping that no row fills
/// @param unusedColumns columns of the source that the mapping does not read
/// @param missingColumns columns of the mapping that no row has: a slip, or a key that is rare
/// @param notes remarks on rows that do not reject them, such as unknown regions
public record SourceCheck(
    String mapping,
    long read,
    long good,
    long skipped,
    long rejected,
    Map<String, Fill> fields,
    List<String> unusedColumns,
    List<String> missingColumns,
    List<RowResults.Rejection> firstRejections,
    @JsonIgnore List<Sample> samples,
    @JsonIgnore List<Text> notes) {
  /// Columns that no file has, but the reader adds.
  private static final Set<String> OWN = Set.of(JsonRecords.PATH, XlsxRecords.SHEET);

  /// A row and its result.
  ///
  /// @param cells text by column, blank ones left out
  /// @param entries lines of JSON
  /// @param why there is no entry; null if there is one
  public record Sample(
      Origin origin, Map<String, String> cells, List<String> entries, @Nullable Message why) {}

  /// How often a field is known.
  public record Fill(long known, long of) {}

  /// Reads a source to the end.
  ///
  /// @param rows rows to keep as samples
  public static SourceCheck of(
      Mapping mapping, Conversion conversion, RecordReader reader, int rows) throws IOException {
    RowResults.Counter counter = new RowResults.Counter();
    List<Sample> samples = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    Map<String, Long> known = new TreeMap<>();
    mapping.fields().forEach(field -> known.put(field, 0L));
    Map<String, Long> entries = new TreeMap<>();
    for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
      columns.addAll(record.columns());
      Conversion.Outcome outcome = conversion.preview(record);
      switch (outcome) {
        case Conversion.Outcome.Good row -> {
          counter.accepted();
          row.entries().forEach(each -> count(each.entry(), known, entries));
        }
        case Conversion.Outcome.Skipped row -> counter.skipped(row.reason());
        case Conversion.Outcome.Bad row -> counter.rejected(row.rejection());
      }
      if (samples.size() < rows) {
        samples.add(new Sample(record.origin(), cells(record), lines(outcome), why(outcome)));
      }
    }
    Map<String, Fill> fields = new TreeMap<>();
    known.forEach(
        (field, count) -> {
          String kind = field.substring(0, field.indexOf('.'));
          fields.put(field, new Fill(count, entries.getOrDefault(kind, 0L)));
        });
    RowResults all = counter.close(entries, List.of());
    Set<String> used = mapping.columns();
    return new SourceCheck(
        mapping.name(),
        all.read(),
        all.accepted(),
        all.skippedRows(),
        all.rejected(),
        fields,
        columns.stream().filter(each -> !used.contains(each) && !OWN.contains(each)).toList(),
        used.stream().filter(each -> !columns.contains(each)).toList(),
        all.firstRejections(),
        samples,
        mapping.takeRemarks());
  }

  private static void count(Entry entry, Map<String, Long> known, Map<String, Long> entries) {
    String kind = entry.kind().word();
    entries.merge(kind, 1L, Long::sum);
    known.merge(kind + ".kind", 1L, Long::sum);
    FieldTable.known(entry)
        .keySet()
        .forEach(field -> known.merge(kind + "." + field, 1L, Long::sum));
  }

  private static Map<String, String> cells(SourceRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : record.columns()) {
      if (!record.text(column).isBlank()) {
        cells.put(column, record.text(column));
      }
    }
    return cells;
  }

  private static List<String> lines(Conversion.Outcome outcome) {
    return outcome instanceof Conversion.Outcome.Good row
        ? row.entries().stream()
            .map(each -> new String(each.line(), StandardCharsets.UTF_8))
            .toList()
        : List.of();
  }

  private static @Nullable Message why(Conversion.Outcome outcome) {
    return switch (outcome) {
      case Conversion.Outcome.Good _ -> null;
      case Conversion.Outcome.Skipped row ->
          Message.of("source.skipped", "reason", RowResults.said(row.reason()));
      case Conversion.Outcome.Bad row -> row.rejection().says();
    };
  }
}
