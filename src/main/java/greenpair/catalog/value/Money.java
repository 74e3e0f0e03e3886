package greenpair.catalog.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A range of money in units of an ISO 4217 currency. A bound that is null is unknown, not zero.
public record Money(
    @Rule.Range @Nullable Double min,
    @Rule.Range @Rule.NotBelow("min") @Nullable Double max,
    @Rule.Form(value = FORM, rule = "value.currency") String currency) {
  private static final String FORM = "[A-Z]{3}";
  private static final Pattern CURRENCY = Pattern.compile(FORM);

  public Money {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "currency must be a three-letter ISO 4217 currency code in capitals, such as USD, but was"
              + " \"%s\"".formatted(Nearest.shorten(currency)));
    }
    if (min == null && max == null) {
      throw new InvalidException(
          "money_neither", "money must have min, max or both, but has neither");
    }
    check("min", min);
    check("max", max);
    if (min != null && max != null && min > max) {
      throw new InvalidException(
          "money_range",
          "min must not exceed max, but they are " + min + " and " + max,
          "min",
          min,
          "max",
          max);
    }
  }

  private static void check(String name, @Nullable Double amount) {
    if (amount != null && (!Double.isFinite(amount) || amount < 0)) {
      throw new IllegalArgumentException(
          name + " must be a finite amount of at least 0, but was " + amount);
    }
  }
}
