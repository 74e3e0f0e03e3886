package greenpair.cli.app;

import module java.base;

/// The file name `-`: standard input where a command reads, standard output where it writes.
public final class Streams {
  private static final Path STANDARD = Path.of("-");

  private Streams() {}

  public static boolean isStandard(Path file) {
    return file.equals(STANDARD);
  }

  /// A file or standard input, as UTF-8.
  public static BufferedReader reader(Path file) throws IOException {
    return isStandard(file)
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }

  public static String text(Path file) throws IOException {
    try (BufferedReader in = reader(file)) {
      return in.readAllAsString();
    }
  }

  /// Standard input as a temporary file, for what is read twice. It is deleted when the JVM exits.
  public static Path spooled(String name) throws IOException {
    Path folder = Files.createTempDirectory("greenpair");
    Path file = folder.resolve(name);
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    Files.copy(System.in, file);
    return file;
  }
}
