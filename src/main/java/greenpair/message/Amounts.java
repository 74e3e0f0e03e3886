package greenpair.message;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Word;
import org.jspecify.annotations.Nullable;

/// Formats amounts of money for sentences: USD 30 million, 3000万美元. Three digits; no conversion.
public final class Amounts {
  private static final Map<String, String> CHINESE =
      Map.of("USD", "美元", "CNY", "元人民币", "EUR", "欧元");

  private Amounts() {}

  /// The ends of a range with the words for it: `both`, `least` or `most`; empty if neither end is
  /// known.
  public static Optional<Text> range(Money money, String key, Phrases phrases) {
    Double min = money.min();
    Double max = money.max();
    if (min == null && max == null) {
      return Optional.empty();
    }
    String which = min == null ? ".most" : max == null ? ".least" : ".both";
    return Optional.of(
        phrases.say(
            key + which,
            Map.of("min", amount(min, money.currency()), "max", amount(max, money.currency()))));
  }

  static Text amount(@Nullable Double amount, String currency) {
    double value = amount == null ? 0 : amount;
    String english =
        reaches(value, 1e9, 3)
            ? digits(value / 1e9) + " billion"
            : value >= 1e6 ? digits(value / 1e6) + " million" : grouped(value);
    String chinese =
        reaches(value, 1e8, 4)
            ? digits(value / 1e8) + "亿"
            : reaches(value, 1e4, 4) ? digits(value / 1e4) + "万" : digits(value);
    return new Text(currency + " " + english, chinese + CHINESE.getOrDefault(currency, currency));
  }

  /// Whether it is as large as the unit when rounded to as many digits as the unit below shows.
  private static boolean reaches(double value, double unit, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue() >= unit;
  }

  /// A number with grouped thousands and at most two decimals, alike in both languages.
  public static Text number(double value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return Phrases.same(format.format(value));
  }

  /// How much was built: 249 buses, 249辆公交车.
  public static Text quantity(Deployment.Quantity quantity) {
    return amount(quantity.value(), quantity.unit());
  }

  private static Text amount(double number, Text of) {
    String unit = of.best(Language.EN);
    String english = number(number).best(Language.EN) + (unit.startsWith("%") ? "" : " ") + unit;
    String chinese = of.best(Language.ZH);
    // Chinese counts in ten thousands, not in millions.
    return chinese.startsWith("百万")
        ? new Text(english, number(100 * number).best(Language.ZH) + chinese.substring(1))
        : new Text(english, number(number).best(Language.ZH) + chinese);
  }

  /// A number and its unit: 7 coal boilers, up to 35% of the fleet, 371分.
  public static Text figure(Deployment.Figure figure) {
    Text plain = amount(figure.value(), figure.unit());
    String bound = figure.bound() == null ? "" : Word.of(figure.bound());
    return Message.of("figure.bounded", "bound", bound, "figure", plain).text();
  }

  private static String grouped(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  private static String digits(double value) {
    return new BigDecimal(value)
        .round(new MathContext(value >= 1000 ? 4 : 3))
        .stripTrailingZeros()
        .toPlainString();
  }
}
