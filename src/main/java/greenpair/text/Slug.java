package greenpair.text;

import module java.base;

import java.lang.Character.UnicodeScript;
import org.apache.commons.codec.digest.DigestUtils;

/// Makes parts of ids from names: the same name always gives the same part, and names that differ
/// in more than case, accents of Latin letters, white space, punctuation and invisible characters
/// give different parts.
///
/// Everything but Latin letters and digits becomes `-`. A name that loses its meaning by that, such
/// as one in another script or with a sign (`C++`), ends in 16 hexadecimal digits of its SHA-256.
/// Takes time proportional to the name.
public final class Slug {
  private static final int LONGEST = 80;

  /// 64 bits: among a million names, two share them with a probability of 3 in 100 million.
  private static final int DIGITS = 16;

  private static final int BASIC = 0x80;

  /// Marks are put in order by insertion, which is quadratic in a run of them, so a run is broken
  /// by this one (Stream-Safe Text Format, Unicode Standard Annex 15).
  private static final char JOINER = '\u034f';

  private static final int MOST_MARKS = 30;

  private Slug() {}

  public static String of(String name) {
    String folded = fold(name);
    StringBuilder slug = new StringBuilder(Math.min(folded.length(), LONGEST + 1));
    boolean lost = false;
    for (int at = 0, point; at < folded.length(); at += Character.charCount(point)) {
      point = folded.codePointAt(at);
      boolean isPlain = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
      lost |= !isPlain && isLost(folded, at);
      if (isPlain && slug.length() <= LONGEST) {
        slug.append((char) point);
      } else if (!isPlain && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    boolean isWhole = !lost && !slug.isEmpty() && slug.length() <= LONGEST;
    slug.setLength(Math.min(slug.length(), isWhole ? LONGEST : LONGEST - DIGITS - 1));
    if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    String digits = isWhole ? "" : DigestUtils.sha256Hex(folded).substring(0, DIGITS);
    return slug.isEmpty() ? "n" + digits : slug + (isWhole ? "" : "-" + digits);
  }

  /// A slug without hyphens.
  public static String squash(String name) {
    return of(name).replace("-", "");
  }

  /// Lower case without accents of Latin letters, width and doubled spaces, as names are compared.
  public static String fold(String name) {
    String plain = isBasic(name) ? name : withoutAccents(name);
    StringBuilder folded = new StringBuilder(plain.length());
    plain.toLowerCase(Locale.ROOT).chars().forEach(each -> fold((char) each, folded));
    return folded.toString().strip();
  }

  private static String withoutAccents(String name) {
    String apart = Normalizer.normalize(streamSafe(name), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    boolean isLatin = false;
    for (int at = 0, point; at < apart.length(); at += Character.charCount(point)) {
      point = apart.codePointAt(at);
      boolean isMark = isMark(point);
      isLatin = isMark ? isLatin : UnicodeScript.of(point) == UnicodeScript.LATIN;
      if ((!isMark || !isLatin) && Character.getType(point) != Character.FORMAT) {
        plain.appendCodePoint(point);
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static String streamSafe(String name) {
    StringBuilder safe = new StringBuilder(name.length());
    int marks = 0;
    for (int at = 0, point; at < name.length(); at += Character.charCount(point)) {
      point = name.codePointAt(at);
      marks = isMark(point) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        safe.append(JOINER);
        marks = 1;
      }
      safe.appendCodePoint(point);
    }
    return safe.toString();
  }

  private static void fold(char letter, StringBuilder out) {
    switch (letter) {
      case 'ß' -> out.append("ss");
      case 'ø' -> out.append('o');
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'ł' -> out.append('l');
      case 'đ', 'ð' -> out.append('d');
      case 'þ' -> out.append("th");
      case 'ı' -> out.append('i');
      case '&' -> out.append(" and ");
      default -> {
        boolean isSpace = Character.isWhitespace(letter) || Character.isSpaceChar(letter);
        if (!isSpace) {
          out.append(letter);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      }
    }
  }

  /// Whether the character at that place means something that `-` does not say: a letter or digit
  /// of another script, a mark on one, or a sign.
  private static boolean isLost(String folded, int at) {
    int point = folded.codePointAt(at);
    boolean isNumberSign =
        point == '#' && at + 1 < folded.length() && Character.isDigit(folded.charAt(at + 1));
    return Character.isLetterOrDigit(point)
        || isMark(point)
        || (isSign(point) && !isNumberSign)
        || (Character.getType(point) == Character.OTHER_SYMBOL && point != '®' && point != '©');
  }

  /// Whether names that differ in it differ: `C++`, `C#`, `A*`.
  static boolean isSign(int point) {
    return switch (Character.getType(point)) {
      case Character.MATH_SYMBOL -> point != '|' && point != '~';
      case Character.CURRENCY_SYMBOL -> true;
      default -> "#%*@".indexOf(point) >= 0;
    };
  }

  static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  static boolean isBasic(String name) {
    return name.chars().allMatch(each -> each < BASIC);
  }
}
