package greenpair.registry.source.read;

import module java.base;

/// The columns that a file of rejected rows has in addition to those of its source. Such a file is
/// recognised by them when it is imported again.
public final class RejectHeader {
  public static final String MORE = "_more";
  public static final List<String> WHY = List.of("_file", "_line", "_column", "_reason");
  private static final Pattern HEADER =
      Pattern.compile("_file\"?([^\\w\"])\"?_line\"?\\1\"?_column\"?\\1\"?_reason");

  private RejectHeader() {}

  /// Whether a row is the header of such a file; the headers, delimiter and quotes of the mapping
  /// are then ignored.
  static boolean isHeader(List<String> cells) {
    return cells.containsAll(WHY);
  }

  /// The delimiter by the first line of such a file, also after a spreadsheet rewrote it; empty for
  /// any other line.
  static Optional<String> delimiter(String line) {
    Matcher found = HEADER.matcher(line);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
