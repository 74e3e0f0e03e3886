package greenpair.web.pages.edit;

import module java.base;

import greenpair.text.PowersOfTen;

/// A number in a form, as people write it: `1,200,000`, `12m`, `120万`.
final class TypedNumber {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<whole>\\d{1,3}(?:[, ]\\d{3})+|\\d{1,15})(?<fraction>\\.\\d{1,6})?"
              + "(?: ?(?<scale>\\p{L}{1,9})\\.?)?");

  private TypedNumber() {}

  /// The number; nothing if it could be read in two ways, such as `12,5`, or if a
  /// currency or a unit follows, which has its own field.
  static OptionalDouble read(String word) {
    // Among them superscripts, which the normal form would join with the digits before them.
    if (word.codePoints().anyMatch(each -> Character.getType(each) == Character.OTHER_NUMBER)) {
      return OptionalDouble.empty();
    }
    String plain = Normalizer.normalize(word.strip(), Normalizer.Form.NFKC);
    Matcher found = NUMBER.matcher(plain.toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return OptionalDouble.empty();
    }
    String scale = found.group("scale");
    String fraction = found.group("fraction");
    Integer power = scale == null ? Integer.valueOf(0) : PowersOfTen.of(scale);
    if (power == null) {
      return OptionalDouble.empty();
    }
    String whole = found.group("whole").replaceAll("[, ]", "");
    String digits = fraction == null ? whole : whole + fraction;
    // In decimals: as doubles, 2.3 times 1e8 is not 230,000,000.
    return OptionalDouble.of(new BigDecimal(digits).scaleByPowerOfTen(power).doubleValue());
  }
}
