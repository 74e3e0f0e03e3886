package greenpair.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

/// The tables say of every Han character what this version of ICU says. After a new version,
/// `-Dgreenpair.han=write` writes them again.
class HanTableTest {
  private static final Path FOLDER = Path.of("src/main/resources/greenpair/text");

  @Test
  void simplified_areThoseOfIcu() throws IOException {
    Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
    check(HanTable.SIMPLIFIED, Character.MAX_CODE_POINT, icu::transliterate);
  }

  @Test
  void readings_areThoseOfIcu() throws IOException {
    Transliterator icu = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    check(
        HanTable.READINGS,
        Character.MAX_VALUE,
        han -> icu.transliterate(han).strip().toLowerCase(Locale.ROOT));
  }

  private static void check(String file, int last, UnaryOperator<String> icu) throws IOException {
    Map<String, StringBuilder> results = new TreeMap<>();
    for (int point = 0; point <= last; point++) {
      if (Character.isIdeographic(point)) {
        String han = Character.toString(point);
        String result = icu.apply(han);
        if (!result.equals(han)) {
          results.computeIfAbsent(result, key -> new StringBuilder()).append(han);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    results.forEach((result, all) -> text.append(result).append('\t').append(all).append('\n'));
    if ("write".equals(System.getProperty("greenpair.han"))) {
      Files.writeString(FOLDER.resolve(file), text);
    }
    assertEquals(text.toString(), Files.readString(FOLDER.resolve(file)));
  }
}
