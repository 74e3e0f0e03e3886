package greenpair.cli.app;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;

/// Aligned columns on a terminal; a Chinese character is two columns wide.
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /// A table whose columns are words of the message `words.common`; an empty word is no title.
  public static TextTable of(Language language, String... words) {
    return new TextTable(
        Arrays.stream(words)
            .map(word -> Message.of("words.common", "word", word).in(language))
            .toArray(String[]::new));
  }

  public TextTable(String... heads) {
    rows.add(List.of(heads));
  }

  public void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - width(row.get(i)) + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  static int width(String text) {
    return text.codePoints()
        .map(point -> Character.isIdeographic(point) || isWidePunctuation(point) ? 2 : 1)
        .sum();
  }

  private static boolean isWidePunctuation(int point) {
    return (point >= 0x3000 && point <= 0x303F) || (point >= 0xFF00 && point <= 0xFF60);
  }
}
