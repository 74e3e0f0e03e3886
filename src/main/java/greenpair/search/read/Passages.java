package greenpair.search.read;

import java.util.regex.Pattern;

/// Distinguishes pasted passages from typed queries: a passage asks for several things and mentions
/// more.
public final class Passages {
  /// In Latin letters; a Han character counts as three.
  private static final int TYPED = 120;

  /// The longest subject with a condition or two.
  private static final int SHORT = 45;

  /// What a subject has besides at most: "that was shut down".
  private static final int BESIDES = 24;

  private static final int LETTERS = 3;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final int SHORTEST_HAN = 3;
  private static final int SHORTEST_LATIN = 5;

  private Passages() {}

  /// Whether a name is long enough to count in a passage, in which short words may occur by chance.
  ///
  /// @param key as names are kept
  public static boolean tells(String key) {
    boolean isHan = Character.isIdeographic(key.codePointAt(0));
    return key.length() >= (isHan ? SHORTEST_HAN : SHORTEST_LATIN);
  }

  public static boolean isPassage(String text) {
    return letters(text) > TYPED;
  }

  /// Whether it tells more than a subject with a condition or two.
  public static boolean isSentence(String text) {
    return letters(text) > SHORT;
  }

  /// The same of a text that names something.
  ///
  /// @param rest what of it names nothing, with blanks in place of the others
  public static boolean isSentence(String text, String rest) {
    return isSentence(text) && letters(BLANKS.matcher(rest.strip()).replaceAll(" ")) > BESIDES;
  }

  private static long letters(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return text.length() + (LETTERS - 1) * han;
  }
}
