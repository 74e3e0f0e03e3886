package greenpair.catalog.value;

import module java.base;

/// Numbers of organisations in registries: whether one can be a number of its scheme.
public final class Identifiers {
  private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]{0,11}");

  /// The digits of GB 32100-2015: no I, O, S, V or Z.
  private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Identifiers() {}

  /// Checks form and check digits of `lei`, `uscc` and `wikidata`; any number of another scheme
  /// passes.
  public static boolean isOf(String scheme, String number) {
    return switch (scheme) {
      case "lei" -> isLei(number);
      case "uscc" -> isUscc(number);
      case "wikidata" -> WIKIDATA.matcher(number).matches();
      default -> true;
    };
  }

  /// ISO 17442: with letters as 10 to 35, the remainder by 97 is 1 (ISO 7064, MOD 97-10).
  private static boolean isLei(String number) {
    if (!LEI.matcher(number).matches()) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    number.chars().forEach(each -> digits.append(Character.digit(each, Character.MAX_RADIX)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  /// GB 32100-2015: the sum of the 18 values, each times a power of 3 but the last, is a multiple
  /// of 31.
  private static boolean isUscc(String number) {
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < number.length(); at++) {
      int value = USCC.indexOf(number.charAt(at));
      if (value < 0) {
        return false;
      }
      sum += value * (at == 17 ? 1 : weight);
      weight = weight * 3 % USCC.length();
    }
    return number.length() == 18 && sum % USCC.length() == 0;
  }
}
