package greenpair.plan.input;

import greenpair.catalog.value.Money;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the sum of money that a partner can take on, such as `byd=5000000USD`.
public final class AmountReader {
  private static final Pattern FORM = Pattern.compile("([^=]+)=([1-9][0-9]{0,14})([A-Z]{3})");

  private AmountReader() {}

  public record Amount(String partner, Money amount) {}

  /// The sum; empty if the word has another form.
  public static Optional<Amount> read(String word) {
    Matcher read = FORM.matcher(word.strip());
    return read.matches()
        ? Optional.of(
            new Amount(
                read.group(1), new Money(null, Double.valueOf(read.group(2)), read.group(3))))
        : Optional.empty();
  }
}
