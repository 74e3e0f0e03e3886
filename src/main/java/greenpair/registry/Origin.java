package greenpair.registry;

import java.nio.file.Path;

/// The position of a line in a file, or of a record in a document of many.
///
/// @param line the line or the record, counted from 1
/// @param isRecord whether it counts records, which may be many in a line
public record Origin(String file, long line, boolean isRecord) {
  public Origin {
    if (line < 1) {
      throw new IllegalArgumentException("line must be at least 1, but was " + line);
    }
  }

  public Origin(String file, long line) {
    this(file, line, false);
  }

  /// Without the folders of this machine, for readers elsewhere: `firms.jsonl:3`.
  public String brief() {
    return Path.of(file).getFileName() + ":" + line;
  }

  /// The form that editors and terminals turn into a link, such as `fixtures/firms.jsonl:3`.
  @Override
  public String toString() {
    return file + (isRecord ? " record " : ":") + line;
  }
}
