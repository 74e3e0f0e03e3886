package greenpair.web;

import module java.base;

/// Finds a value in an answer, however it is written there.
final class Signs {
  private Signs() {}

  /// Whether a value can be read from a text: a number of seven digits also with separators, as a
  /// power of ten, or rounded as sentences and pages of either language write it.
  static boolean stands(String sign, String text) {
    if (!Character.isDigit(sign.charAt(0))) {
      return text.contains(sign);
    }
    String grouped = sign.charAt(0) + "," + sign.substring(1, 4) + "," + sign.substring(4);
    if (text.contains(sign)
        || text.contains(grouped)
        || text.contains(sign.charAt(0) + "." + sign.substring(1))) {
      return true;
    }
    BigDecimal value = new BigDecimal(sign);
    for (int digits = 2; digits <= 6; digits++) {
      BigDecimal rounded = value.round(new MathContext(digits));
      String millions = plain(rounded.movePointLeft(6));
      String tenThousands = plain(rounded.movePointLeft(4));
      boolean isInMillions =
          text.contains(millions)
              && Stream.of(" million", " M", "m", "百万")
                  .anyMatch(unit -> number(millions + unit, text));
      if (isInMillions || number(tenThousands + "万", text)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /// Whether the number occurs and is not the end of a longer one.
  private static boolean number(String written, String text) {
    return text.contains(written)
        && Pattern.compile("(?<![0-9.,])" + Pattern.quote(written)).matcher(text).find();
  }
}
