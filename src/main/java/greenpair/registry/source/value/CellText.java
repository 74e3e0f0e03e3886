package greenpair.registry.source.value;

import java.util.List;

/// The text of a cell before it is read as a number, a date or a point.
///
/// Everything here takes time proportional to the text, which may have a million characters.
public final class CellText {
  /// No number, date or point is longer. A longer text is rejected before a regular expression sees
  /// it, so that their time is bounded.
  static final int LONGEST = 200;

  private static final int FIRST_WIDE = '！';
  private static final int LAST_WIDE = '～';
  private static final int WIDE_TO_NARROW = '！' - '!';

  private CellText() {}

  /// Without white space and format characters (such as direction marks) at both ends.
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// Whether a row has nothing but white space; such rows are skipped.
  public static boolean areBlank(List<String> cells) {
    return cells.stream().allMatch(cell -> trim(cell).isEmpty());
  }

  /// White space of Unicode, a control character that counts as such, or a format character.
  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || letter == '\u0085'
        || Character.getType(letter) == Character.FORMAT;
  }

  /// Every run of white space as one space, none at the ends.
  public static String collapse(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      boolean isSpace = Character.isWhitespace(letter) || Character.isSpaceChar(letter);
      if (!isSpace) {
        plain.append(letter);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return trim(plain.toString());
  }

  /// Full-width digits, letters and signs (`１２`, `－`) in their usual width.
  static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      boolean isWide = letter >= FIRST_WIDE && letter <= LAST_WIDE;
      narrow.append(isWide ? (char) (letter - WIDE_TO_NARROW) : letter);
    }
    return trim(narrow.toString());
  }

  /// Whether it is too long to be a number, a date or a point.
  public static boolean isLong(String text) {
    return text.length() > LONGEST;
  }
}
