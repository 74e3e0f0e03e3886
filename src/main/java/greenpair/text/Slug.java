package greenpair.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/// Makes parts of ids from names: the same name always gives the same part. Accents and case fall
/// away and everything but letters and digits becomes `-`. A name in a script that has no Latin
/// form here ends in 10 hexadecimal digits of its SHA-256, so that two Chinese names stay apart.
public final class Slug {
  private static final int LONGEST = 80;
  private static final int DIGITS = 10;
  private static final int BASIC = 0x80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  public static String of(String name) {
    String folded = fold(name);
    boolean lost = folded.codePoints().anyMatch(Slug::isForeign);
    String slug = OTHERS.matcher(folded).replaceAll("-").replaceAll("^-|-$", "");
    if (!lost && slug.length() <= LONGEST && !slug.isEmpty()) {
      return slug;
    }
    String start = slug.substring(0, Math.min(slug.length(), LONGEST - DIGITS - 1));
    return (start.isEmpty() ? "n" : start.replaceAll("-$", "") + "-") + digits(folded);
  }

  /// A slug without hyphens.
  public static String squash(String name) {
    return of(name).replace("-", "");
  }

  /// Lower case without accents, width and doubled spaces, as names are compared.
  public static String fold(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
    if (!plain.chars().allMatch(each -> each < BASIC)) {
      plain = MARKS.matcher(plain).replaceAll("");
    }
    StringBuilder folded = new StringBuilder(plain.length());
    plain.toLowerCase(Locale.ROOT).chars().forEach(each -> fold((char) each, folded));
    return SPACES.matcher(folded).replaceAll(" ").strip();
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
      default -> out.append(letter);
    }
  }

  private static boolean isForeign(int point) {
    return point >= BASIC && Character.isLetterOrDigit(point);
  }

  private static String digits(String text) {
    return DigestUtils.sha256Hex(text).substring(0, DIGITS);
  }
}
