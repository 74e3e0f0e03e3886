package greenpair.cli;

import module java.base;

/// A file of lines in the folder of a test.
public final class TextFile {
  private TextFile() {}

  public static Path in(Path folder, String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
