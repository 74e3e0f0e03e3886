package greenpair.registry;

import java.nio.file.Path;

/// The position of a line in a file.
///
/// @param line the line, counted from 1
public record Origin(String file, long line) {
  public Origin {
    if (line < 1) {
      throw new IllegalArgumentException("line must be at least 1, but was " + line);
    }
  }

  /// Without the folders of this machine, for readers elsewhere: `firms.jsonl:3`.
  public String brief() {
    return Path.of(file).getFileName() + ":" + line;
  }

  /// The form that editors and terminals turn into a link, such as `fixtures/firms.jsonl:3`.
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
