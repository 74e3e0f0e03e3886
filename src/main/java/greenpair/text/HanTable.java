package greenpair.text;

import module java.base;

import org.jspecify.annotations.Nullable;

/// What ICU's transliterators make of single Han characters, as two tables, because reading their
/// rules takes longer than reading all terms. Each line of a file has a result, a tab, and the
/// characters that become it; other characters stay as they are.
final class HanTable {
  static final String SIMPLIFIED = "simplified.tsv";
  static final String READINGS = "readings.tsv";

  /// One more than the greatest Han character.
  private static final int END = 1 << 18;

  private HanTable() {}

  /// Simplified characters by Traditional ones.
  static int[] simplified() {
    int[] simplified = new int[END];
    for (int point = 0; point < END; point++) {
      simplified[point] = point;
    }
    each(SIMPLIFIED, (simple, point) -> simplified[point] = simple.codePointAt(0));
    return simplified;
  }

  /// Syllables without tones by characters of the basic plane; null for those without.
  static @Nullable String[] readings() {
    @Nullable String[] readings = new String[1 << Character.SIZE];
    each(READINGS, (syllable, point) -> readings[point] = syllable);
    return readings;
  }

  private static void each(String file, BiConsumer<String, Integer> what) {
    for (String line : text(file).lines().toList()) {
      int tab = line.indexOf('\t');
      String value = line.substring(0, tab);
      line.substring(tab + 1).codePoints().forEach(point -> what.accept(value, point));
    }
  }

  static String text(String file) {
    try (InputStream in = Objects.requireNonNull(HanTable.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
