package greenpair.registry;

/// Where a line stands.
///
/// @param file the file, as the user named it
/// @param line the line, counted from 1
public record Origin(String file, long line) {
  public Origin {
    if (line < 1) {
      throw new IllegalArgumentException("line is counted from 1; got " + line);
    }
  }

  /// The form that editors and terminals turn into a link, such as `fixtures/firms.jsonl:3`.
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
