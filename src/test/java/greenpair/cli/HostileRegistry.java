package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.SmallConfiguration;
import greenpair.cli.app.Exit;

/// An untrusted registry of one file with its mapping, and a data folder in which nothing is
/// published.
///
/// @param config a separate configuration
record HostileRegistry(Path folder, Path config) {
  static final String GOOD = "Ref,Name\n1,Acme\n";

  static final String MAPPING =
      """
      source: https://example.org
      files: FILE
      values: {name: Name}
      entries:
        - kind: firm
          fields: {id: "{name:slug}", name: {en: "{name}"}}
      """;

  static HostileRegistry in(Path folder) throws IOException {
    Path config = folder.resolve("config");
    SmallConfiguration.copyTo(config);
    return new HostileRegistry(folder, config);
  }

  /// A run with that mapping, in bounded time.
  Ran reindex(String mapping) throws IOException {
    Files.writeString(config.resolve("sources/hostile.yaml"), mapping);
    return assertTimeoutPreemptively(
        Duration.ofMinutes(3),
        () ->
            Ran.on(
                folder.resolve("data"),
                "reindex",
                "--source",
                "hostile",
                "--sources",
                folder.resolve("in").toString(),
                "--config",
                config.toString()));
  }

  Path write(String name, Content content) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.write(out);
    }
    return file;
  }

  /// That a run was refused by name and left nothing.
  void assertRefused(Ran ran, String named) {
    assertRefused(ran, named, Exit.BAD_DATA);
  }

  void assertRefused(Ran ran, String named, int code) {
    assertEquals(code, ran.code(), ran::toString);
    assertTrue(ran.err().contains(named), () -> "the error does not name " + named + ": " + ran);
    assertFalse(ran.err().contains("\tat "), () -> "a stack trace helps nobody: " + ran);
    assertFalse(Files.exists(folder.resolve("data/publications.tsv")), "something was published");
    assertFalse(Files.exists(folder.resolve("data/work")), "temporary files are left");
  }
}
