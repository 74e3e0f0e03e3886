package greenpair.registry.source.read;

import greenpair.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        case "json" -> JSON;
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

  /// The error for a file that ends before its header.
  Message withoutHeader(String file) {
    return Message.of("file.no_header", "file", file, "row", headerRow);
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

  private static String unpacked(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }
}
