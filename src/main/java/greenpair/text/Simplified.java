package greenpair.text;

import module java.base;

import greenpair.config.Settings;
import greenpair.message.Message;

/// Chinese of all regions as the mainland writes it: Traditional characters are converted to
/// Simplified ones, and regional words are replaced (塑膠 = 塑料). A word and its replacement have the
/// same number of characters, so positions in a text do not change.
public final class Simplified {
  private static final int[] CHARACTERS = HanTable.simplified();

  private final Map<String, String> words;
  private final Map<Character, List<String>> byFirst = new HashMap<>();
  private final BitSet firsts = new BitSet();

  public Simplified(Map<String, String> regional) {
    Map<String, String> simple = new HashMap<>();
    regional.forEach((from, to) -> simple.put(characters(from), to));
    this.words = Map.copyOf(simple);
    for (String word : words.keySet()) {
      byFirst.computeIfAbsent(word.charAt(0), key -> new ArrayList<>()).add(word);
    }
    byFirst.keySet().forEach(firsts::set);
    byFirst.values().forEach(all -> all.sort(Comparator.comparingInt(String::length).reversed()));
  }

  /// The Simplified character of a Traditional one; others stay as they are.
  public static int character(int point) {
    return CHARACTERS[point];
  }

  /// The text with every Traditional character turned Simplified; its length stays, so one that is
  /// simplified outside the basic plane (騄) is left as it is. Regional words stay.
  public static String characters(String text) {
    if (text.codePoints().noneMatch(Character::isIdeographic)) {
      return text;
    }
    StringBuilder simple = new StringBuilder(text.length());
    text.codePoints().forEach(point -> simple.appendCodePoint(sameLength(point)));
    return simple.toString();
  }

  private static int sameLength(int point) {
    int simple = Character.isIdeographic(point) ? CHARACTERS[point] : point;
    return Character.charCount(simple) == Character.charCount(point) ? simple : point;
  }

  public static Simplified none() {
    return new Simplified(Map.of());
  }

  /// Reads the regional words; errors go to the problems of the settings.
  public static Simplified read(Settings settings) {
    Map<String, String> regional = new HashMap<>();
    for (String from : settings.keys()) {
      String to = settings.text(from);
      boolean isGood = from.length() >= 2 && from.length() == to.length();
      if (isGood) {
        regional.put(from, to);
      } else {
        settings.refuse(from, Message.of("config.regional"), to);
      }
    }
    return new Simplified(regional);
  }

  /// The text with the same length.
  public String of(String text) {
    int at = 0;
    while (at < text.length() && !Character.isIdeographic(text.codePointAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder simple = new StringBuilder(characters(text));
    while (at < simple.length()) {
      String word = firsts.get(simple.charAt(at)) ? word(simple, at) : "";
      String other = words.get(word);
      if (other == null) {
        at++;
      } else {
        simple.replace(at, at + other.length(), other);
        at += other.length();
      }
    }
    return simple.toString();
  }

  private String word(StringBuilder text, int at) {
    for (String word : byFirst.getOrDefault(text.charAt(at), List.of())) {
      int end = at + word.length();
      if (end <= text.length() && word.contentEquals(text.subSequence(at, end))) {
        return word;
      }
    }
    return "";
  }

  /// The pairs of characters of these words, each with its replacement.
  public Map<String, String> pairs() {
    Map<String, String> pairs = new HashMap<>();
    words.forEach(
        (from, to) -> {
          for (int at = 0; at + 2 <= from.length(); at++) {
            String pair = from.substring(at, at + 2);
            String other = to.substring(at, at + 2);
            if (!pair.equals(other)) {
              pairs.put(pair, other);
            }
          }
        });
    return Map.copyOf(pairs);
  }
}
