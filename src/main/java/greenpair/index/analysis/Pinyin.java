package greenpair.index.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Transcription of Chinese without tones: for names, where typing errors are errors of sound, and
/// for typing. Uses ICU, with corrected readings of common place and trade names.
public final class Pinyin {
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("重庆", "chong qing"),
          Map.entry("长春", "chang chun"),
          Map.entry("长沙", "chang sha"),
          Map.entry("长江", "chang jiang"),
          Map.entry("长安", "chang an"),
          Map.entry("长城", "chang cheng"),
          Map.entry("厦门", "xia men"),
          Map.entry("银行", "yin hang"),
          Map.entry("西藏", "xi zang"),
          Map.entry("成都", "cheng du"),
          Map.entry("沈阳", "shen yang"),
          Map.entry("蚌埠", "beng bu"),
          Map.entry("东莞", "dong guan"),
          Map.entry("六安", "lu an"),
          Map.entry("乐山", "le shan"),
          Map.entry("调度", "diao du"));

  private static final @Nullable String[] READINGS = HanTable.readings();

  private Pinyin() {}

  /// The syllables of the Han characters of a text; other characters are left out.
  public static List<String> syllables(String text) {
    List<String> syllables = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isIdeographic(text.charAt(at))) {
        continue;
      }
      String pair = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
      String exception = EXCEPTIONS.get(pair);
      if (exception != null) {
        syllables.addAll(List.of(exception.split(" ", -1)));
        at++;
      } else {
        syllables.add(reading(text.charAt(at)));
      }
    }
    return syllables;
  }

  private static String reading(char each) {
    String reading = READINGS[each];
    return reading == null ? String.valueOf(each) : reading;
  }

  /// All syllables as one word, such as `biyadi`.
  public static String joined(String text) {
    return String.join("", syllables(text));
  }

  /// The first letters of the syllables, such as `byd`.
  public static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    for (String syllable : syllables(text)) {
      initials.append(syllable, 0, Math.min(1, syllable.length()));
    }
    return initials.toString();
  }
}
