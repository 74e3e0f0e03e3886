package greenpair.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a text into the tokens that concepts are matched on: runs of Latin letters and digits,
/// and single Han characters. White space and punctuation separate and are dropped.
final class Words {
  /// One token: as matched (folded, plural off), as written, and where.
  record Token(String folded, String written, int start, int end) {}

  private Words() {}

  static List<Token> split(String text) {
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

  /// Lower case, accents and width off, plural off. An e after a hissing sound goes in the singular
  /// too, since "buses" and "leases" do not tell whether they are of "bus" or of "lease".
  private static String fold(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    if (plain.matches(".*(s|x|ch|sh)e")) {
      return plain.substring(0, plain.length() - 1);
    }
    if (plain.length() <= 3 || !plain.endsWith("s") || plain.matches(".*[su]s")) {
      return plain;
    }
    if (plain.endsWith("ies")) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    if (plain.matches(".*(s|x|ch|sh)es")) {
      return plain.substring(0, plain.length() - 2);
    }
    return plain.substring(0, plain.length() - 1);
  }
}
