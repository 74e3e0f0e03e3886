package greenpair;

import module java.base;

/// A table of the documentation, for tests that compare it with the program.
public final class DocTable {
  private DocTable() {}

  /// The rows of the first table under a heading: the cells of each by its first one.
  public static Map<String, List<String>> under(Path file, String heading) {
    try {
      Map<String, List<String>> rows = new LinkedHashMap<>();
      List<String> lines = Files.readAllLines(file);
      int at = lines.indexOf(heading) + 1;
      while (at > 0 && at < lines.size() && !lines.get(at).startsWith("#")) {
        String line = lines.get(at++);
        if (line.startsWith("| ") && !line.startsWith("| ---")) {
          List<String> cells =
              Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                  .map(String::strip)
                  .toList();
          rows.put(cells.getFirst(), cells);
        }
      }
      if (!rows.isEmpty()) {
        rows.remove(rows.keySet().iterator().next()); // The names of the columns.
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
