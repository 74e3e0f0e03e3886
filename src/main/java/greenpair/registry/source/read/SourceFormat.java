package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.CellText;
import org.jspecify.annotations.Nullable;

/// How the files of a source are to be read. What is null is detected.
///
/// @param type null: by the ending of the file's name
/// @param delimiter of CSV; null: a tab for `.tsv` and `.tab`, else the most frequent of `, ; |`
///     and tab outside of quotes in the header
/// @param quote of CSV
/// @param encoding name of a charset; null: UTF-8, UTF-16 by its mark, GB18030 or windows-1252
/// @param sheets of XLSX, read one after the other; empty: the first that is not hidden
/// @param headerRow row of a sheet or line of CSV with the column names, from 1; the next that is
///     not blank counts
/// @param headerHas a column name by which the header row is found; null: [#headerRow] counts
/// @param records JSON Pointers to the lists of records; empty: the document is the list
public record SourceFormat(
    @Nullable Type type,
    @Nullable String delimiter,
    char quote,
    @Nullable String encoding,
    List<String> sheets,
    int headerRow,
    @Nullable String headerHas,
    List<String> records) {
  private static final int HEADER_ROWS = 1000;

  /// The forms that are understood.
  public enum Type {
    CSV,
    XLSX,
    JSON,
    JSONL;

    public boolean isJson() {
      return this == JSON || this == JSONL;
    }

    static @Nullable Type of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      int dot = lower.lastIndexOf('.');
      return switch (dot < 0 ? "" : lower.substring(dot + 1)) {
        case "csv", "tsv", "txt", "tab" -> CSV;
        case "xlsx" -> XLSX;
        case "json", "geojson" -> JSON;
        case "jsonl", "ndjson" -> JSONL;
        default -> null;
      };
    }
  }

  public static final SourceFormat DETECTED =
      new SourceFormat(null, null, '"', null, List.of(), 1, null, List.of());

  public SourceFormat {
    sheets = List.copyOf(sheets);
    records = List.copyOf(records);
  }

  /// The names of the columns, from the first row that has them; null if there are only blank rows.
  ///
  /// @param place the file, or the sheet of one
  /// @param rows the next row, or null at the end
  /// @param number its number from 1
  /// @throws SourceException if no row has them
  <R> @Nullable List<String> header(
      String place,
      Supplier<@Nullable R> rows,
      Function<R, List<String>> cells,
      ToLongFunction<R> number) {
    boolean some = false;
    for (int tried = 0; tried < HEADER_ROWS; tried++) {
      R row = rows.get();
      if (row == null) {
        break;
      }
      List<String> names = cells.apply(row);
      boolean isBlank = CellText.areBlank(names);
      some |= !isBlank;
      boolean found =
          headerHas == null
              ? number.applyAsLong(row) >= headerRow && !isBlank
              : names.stream().map(Header::plain).anyMatch(headerHas::equals);
      if (found || RejectHeader.isHeader(names)) {
        return names;
      }
    }
    if (headerHas != null) {
      throw new SourceException(
          Message.of("file.no_column", "file", place, "rows", HEADER_ROWS, "column", headerHas));
    }
    if (some) {
      throw new SourceException(Message.of("file.no_header", "file", place, "row", headerRow));
    }
    return null;
  }

  /// The form of a file, packed or not, or of a member of a zip (`a.zip!b.csv`): the ending of the
  /// name decides, so that rejects of a workbook, which are CSV, can be fed again; the mapping
  /// decides if the ending is unknown.
  public Optional<Type> typeOf(String name) {
    Type byName = Type.of(unpacked(name));
    return Optional.ofNullable(byName == null ? type : byName);
  }

  /// Whether the name says that tabs separate the cells.
  static boolean isTabbed(String name) {
    String lower = unpacked(name).toLowerCase(Locale.ROOT);
    return lower.endsWith(".tsv") || lower.endsWith(".tab");
  }

  /// The name without `.gz`.
  static String unpacked(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }
}
