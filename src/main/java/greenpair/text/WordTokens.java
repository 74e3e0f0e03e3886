package greenpair.text;

import module java.base;

/// Splits a text into the tokens that concepts are matched on: runs of Latin letters and digits,
/// and single Han characters. White space and punctuation separate tokens and are dropped.
public final class WordTokens {
  /// A token: as matched (folded, singular), as written, and its position.
  public record Token(String folded, String written, int start, int end) {}

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private WordTokens() {}

  public static List<Token> split(String text) {
    List<Token> tokens = new ArrayList<>();
    int length = text.length();
    int at = 0;
    while (at < length) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (Character.isIdeographic(point)) {
        String written = text.substring(at, next);
        tokens.add(new Token(written, written, at, next));
      } else if (Character.isLetterOrDigit(point)) {
        while (next < length && continues(text.codePointAt(next))) {
          next += Character.charCount(text.codePointAt(next));
        }
        String written = text.substring(at, next);
        tokens.add(new Token(fold(written), written, at, next));
      }
      at = next;
    }
    return tokens;
  }

  private static boolean continues(int point) {
    return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
  }

  /// Lower case, without accents, width and plural ending. An e after a sibilant is removed in the
  /// singular too, because "buses" and "leases" do not show whether the singular is "bus" or
  /// "lease".
  private static String fold(String word) {
    String plain = isPlain(word) ? word : lower(word);
    int length = plain.length();
    if (plain.endsWith("e") && hisses(plain, length - 1)) {
      return plain.substring(0, length - 1);
    }
    if (length <= 3
        || !plain.endsWith("s")
        || plain.charAt(length - 2) == 's'
        || plain.charAt(length - 2) == 'u') {
      return plain;
    }
    if (plain.endsWith("ies")) {
      return plain.substring(0, length - 3) + "y";
    }
    if (plain.charAt(length - 2) == 'e' && hisses(plain, length - 2)) {
      return plain.substring(0, length - 2);
    }
    return plain.substring(0, length - 1);
  }

  /// Whether the text before that position ends in s, x, ch or sh.
  private static boolean hisses(String word, int end) {
    if (end < 1) {
      return false;
    }
    char last = word.charAt(end - 1);
    char before = end > 1 ? word.charAt(end - 2) : ' ';
    return last == 's' || last == 'x' || (last == 'h' && (before == 'c' || before == 's'));
  }

  /// Most words need no folding, and the Unicode check is the most expensive step.
  private static boolean isPlain(String word) {
    for (int at = 0; at < word.length(); at++) {
      char each = word.charAt(at);
      if (each >= 0x80 || (each >= 'A' && each <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  public static String lower(String word) {
    boolean ascii = word.chars().allMatch(each -> each < 0x80);
    if (ascii) {
      return word.toLowerCase(Locale.ROOT);
    }
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
