package greenpair.registry.source.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/// Makes parts of ids from names: the same name always gives the same part. Accents and case fall
/// away and everything but letters and digits becomes `-`. A name in a script that has no Latin
/// form here ends in 10 hexadecimal digits of its SHA-256, so that two Chinese names stay apart.
public final class Slug {
  private static final int LONGEST = 80;
  private static final int DIGITS = 10;
  private static final Map<String, String> LETTERS =
      Map.of(
          "ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı",
          "i", "&", " and ");

  private Slug() {}

  public static String of(String name) {
    String folded = fold(name);
    boolean lost = folded.codePoints().anyMatch(Slug::isForeign);
    String slug = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
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
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder();
    plain
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> folded.append(LETTERS.getOrDefault(letter, letter)));
    return folded.toString().replaceAll("(?U)\\s+", " ").strip();
  }

  private static boolean isForeign(int point) {
    return point > 0x7F && Character.isLetterOrDigit(point);
  }

  private static String digits(String text) {
    return DigestUtils.sha256Hex(text).substring(0, DIGITS);
  }
}
