package greenpair.registry.format;

import greenpair.catalog.Kind;
import java.util.ArrayList;
import java.util.List;

/// A line that a reader must refuse, from `bad-lines.txt`.
///
/// @param words words of the strict reader's message
/// @param schemaKnows false where the rule compares two fields or needs the taxonomy, which a
///     schema cannot
record BadLine(String line, String words, boolean schemaKnows) {
  private static final String UNKNOWN = "~ ";

  static final List<BadLine> ALL = all();

  private static List<BadLine> all() {
    List<String> lines = new ArrayList<>(Lines.resource("bad-lines.txt"));
    lines.removeIf(line -> line.startsWith("#"));
    List<BadLine> all = new ArrayList<>();
    for (int at = 0; at < lines.size(); at += 2) {
      String words = lines.get(at);
      boolean isKnown = !words.startsWith(UNKNOWN);
      all.add(
          new BadLine(
              line(lines.get(at + 1).strip()),
              isKnown ? words : words.substring(UNKNOWN.length()),
              isKnown));
    }
    return all;
  }

  private static String line(String text) {
    String[] parts = text.split(" ", 2);
    return text.equals("(nothing)")
        ? ""
        : Kind.of(parts[0]).map(kind -> Lines.with(kind, parts[1])).orElse(text);
  }

  @Override
  public String toString() {
    return words;
  }
}
