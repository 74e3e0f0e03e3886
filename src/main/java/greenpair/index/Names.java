package greenpair.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names as they are compared whole: folded, Simplified, without legal forms, spaces and marks.
final class Names {
  private static final List<String> CHINESE_FORMS =
      List.of("股份有限公司", "有限责任公司", "集团有限公司", "集团股份有限公司", "有限公司", "股份公司", "集团公司", "集团", "公司");
  private static final Pattern LATIN_FORMS =
      Pattern.compile(
          "[,\\s]+(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|se|sa|nv|bv|ab|oy|as|spa|group|holdings?)\\.?(?=$|[,\\s])");
  private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final int MOST_INSIDE = 8;

  private Names() {}

  /// What is typed of a name: folded, Simplified, without spaces and marks.
  static String key(String name) {
    return REST.matcher(folded(name)).replaceAll("");
  }

  /// What may be typed of a name from a word inside it on: Latin words and, where Chinese
  /// characters follow each other, every character, at most eight places.
  static List<String> inside(String name) {
    String folded = folded(name);
    List<String> inside = new ArrayList<>();
    for (int at = 1; at < folded.length() && inside.size() < MOST_INSIDE; at++) {
      boolean isHan = Character.isIdeographic(folded.charAt(at));
      boolean begins = isHan || !Character.isLetterOrDigit(folded.charAt(at - 1));
      if (begins && Character.isLetterOrDigit(folded.charAt(at))) {
        String rest = REST.matcher(folded.substring(at)).replaceAll("");
        if (rest.length() > 1) {
          inside.add(rest);
        }
      }
    }
    return inside;
  }

  private static String folded(String name) {
    return MARKS
        .matcher(Normalizer.normalize(SimplifiedFilter.simplify(name), Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /// The name without what says nothing of it; the folded name itself when nothing is left.
  static String whole(String name) {
    String folded = folded(name);
    String bare = LATIN_FORMS.matcher(folded).replaceAll("");
    for (String form : CHINESE_FORMS) {
      if (bare.endsWith(form) && bare.length() > form.length() + 1) {
        bare = bare.substring(0, bare.length() - form.length());
        break;
      }
    }
    String plain = REST.matcher(bare).replaceAll("");
    return plain.isEmpty() ? REST.matcher(folded).replaceAll("") : plain;
  }
}
