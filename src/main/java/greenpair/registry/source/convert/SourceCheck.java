package greenpair.registry.source.convert;

import greenpair.catalog.Text;
import greenpair.registry.Origin;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.JsonRecords;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.read.XlsxRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Tries a mapping on a source and reports what a person needs to correct it.
public final class SourceCheck {
  private static final int SHOWN = 20;

  /// Columns that no file has, but the reader adds.
  private static final Set<String> OWN = Set.of(JsonRecords.PATH, XlsxRecords.SHEET);

  /// A row and its result.
  ///
  /// @param cells text by column, blank ones left out
  /// @param result an entry as JSON in each line, or why there is none
  public record Sample(Origin origin, Map<String, String> cells, List<String> result) {}

  /// How often a field is known.
  public record Fill(long known, long of) {}

  private final Mapping mapping;
  private final Conversion conversion;
  private final int rows;
  private final JsonMapper mapper = JsonMapper.shared();
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Long> known = new TreeMap<>();
  private final Map<String, Long> entries = new TreeMap<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<RowResults.Rejection> first = new ArrayList<>();
  private long read;
  private long good;
  private long skipped;
  private long rejected;

  /// @param rows rows to keep as samples
  public SourceCheck(Mapping mapping, Conversion conversion, int rows) {
    this.mapping = mapping;
    this.conversion = conversion;
    this.rows = rows;
  }

  /// Reads to the end.
  public void read(RecordReader reader) throws IOException {
    List<String> last = List.of();
    for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
      read++;
      if (!record.columns().equals(last)) {
        last = record.columns();
        columns.addAll(last);
      }
      List<String> result = result(record);
      if (samples.size() < rows) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : record.columns()) {
          if (!record.text(column).isBlank()) {
            cells.put(column, record.text(column));
          }
        }
        samples.add(new Sample(record.origin(), cells, result));
      }
    }
  }

  private List<String> result(SourceRecord record) {
    return switch (conversion.preview(record)) {
      case Conversion.Outcome.Good row -> {
        good++;
        yield row.entries().stream().map(this::count).toList();
      }
      case Conversion.Outcome.Skipped left -> {
        skipped++;
        yield List.of("skipped: " + left.reason());
      }
      case Conversion.Outcome.Bad bad -> {
        rejected++;
        if (first.size() < SHOWN) {
          first.add(bad.rejection());
        }
        yield List.of("rejected: " + bad.rejection());
      }
    };
  }

  private String count(Conversion.Converted converted) {
    String kind = converted.entry().kind().word();
    entries.merge(kind, 1L, Long::sum);
    for (String field : mapper.readTree(converted.line()).propertyNames()) {
      known.merge(kind + "." + field, 1L, Long::sum);
    }
    return new String(converted.line(), StandardCharsets.UTF_8);
  }

  /// The first rows.
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /// How often each field of each kind is known, repeats counted.
  public Map<String, Fill> fills() {
    Map<String, Fill> fills = new TreeMap<>();
    known.forEach(
        (field, count) -> {
          String kind = field.substring(0, field.indexOf('.'));
          fills.put(field, new Fill(count, entries.getOrDefault(kind, 0L)));
        });
    return fills;
  }

  /// Columns of the source that the mapping does not read.
  public List<String> unusedColumns() {
    Set<String> used = mapping.columns();
    return columns.stream()
        .filter(column -> !used.contains(column) && !OWN.contains(column))
        .toList();
  }

  /// Columns of the mapping that no row has: a slip, or a key that is rare.
  public List<String> missingColumns() {
    return mapping.columns().stream().filter(column -> !columns.contains(column)).toList();
  }

  /// Remarks on rows that do not reject them, such as unknown regions.
  public List<Text> notes() {
    return mapping.remarks();
  }

  public long read() {
    return read;
  }

  /// Rows that gave entries.
  public long good() {
    return good;
  }

  /// Rows left out on purpose.
  public long skipped() {
    return skipped;
  }

  /// Rows that broke a rule.
  public long rejected() {
    return rejected;
  }

  public List<RowResults.Rejection> firstRejections() {
    return List.copyOf(first);
  }
}
