package greenpair.catalog.value;

import org.jspecify.annotations.Nullable;

/// A range of money in units of an ISO 4217 currency. A bound that is null is unknown, not zero.
public record Money(
    @Rule.Range @Nullable Double min,
    @Rule.Range @Rule.NotBelow("min") @Nullable Double max,
    @Rule.Form(value = Money.CURRENCY, rule = "value.currency", begins = Rule.Standard.CURRENCIES)
        String currency) {
  /// The form of a code of ISO 4217, without those of metals, units of account, tests, and of no
  /// currency.
  public static final String CURRENCY = "(?!X(?:A[GU]|B[A-D]|P[DT]|SU|TS|UA|XX))[A-Z]{3}";

  public Money {
    if (min == null && max == null) {
      throw new InvalidException("money_neither");
    }
  }
}
