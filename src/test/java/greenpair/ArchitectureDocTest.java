package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;

/// ARCHITECTURE.md names only existing packages, types and files.
class ArchitectureDocTest {
  private static final Path CODE = Path.of("src/main/java/greenpair");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| [^|]+\\|([^|]*)\\|");
  private static final int MOST = 29;
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private static String text() throws IOException {
    return Files.readString(Path.of("ARCHITECTURE.md")).replaceAll("(?s)```.*?```", "");
  }

  @Test
  void table_namesEveryPackage_andNoOther() throws IOException {
    TreeMap<String, Set<String>> told = new TreeMap<>();
    for (MatchResult row : ROW.matcher(text()).results().toList()) {
      told.put(
          row.group(1),
          QUOTED
              .matcher(row.group(2))
              .results()
              .map(each -> each.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    TreeMap<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> folders = Files.walk(CODE)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        Path within = CODE.relativize(folder);
        if (!within.toString().isEmpty()) {
          Set<String> inner =
              found.computeIfAbsent(within.getName(0).toString(), room -> new TreeSet<>());
          if (within.getNameCount() > 1) {
            inner.add(within.getFileName().toString());
          }
        }
      }
    }
    assertEquals(found.toString(), told.toString());
  }

  @Test
  void files_haveAtMost350Lines() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        int lines = Files.readAllLines(file).size();
        assertTrue(lines <= 350, () -> file + " has " + lines + " lines");
      }
    }
  }

  @Test
  void typesAndFiles_thatItNames_areThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    int looked = 0;
    for (MatchResult each : QUOTED.matcher(text()).results().toList()) {
      String name = each.group(1);
      if (name.matches("[a-z.]+\\.[A-Z][A-Za-z]+")) {
        looked++;
        if (!Files.exists(CODE.resolve(name.replace('.', '/') + ".java"))) {
          missing.add(name);
        }
      } else if (name.matches("(index-config|src|docs)/[\\w./-]+")) {
        looked++;
        if (!Files.exists(Path.of(name))) {
          missing.add(name);
        }
      }
    }
    assertTrue(looked > 40, "only " + looked + " names were recognised");
    assertEquals(Set.of(), missing);
  }

  /// Classes are easy to find by folder only if folders are small.
  @Test
  void folders_holdAFewClasses() throws IOException {
    Set<String> crowded = new TreeSet<>();
    try (Stream<Path> folders = Files.walk(CODE)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          long count =
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> !file.endsWith("package-info.java"))
                  .count();
          if (count > MOST) {
            crowded.add(folder + " holds " + count + " classes; at most " + MOST);
          }
        }
      }
    }
    assertEquals(Set.of(), crowded);
  }
}
