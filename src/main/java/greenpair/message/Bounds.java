package greenpair.message;

import java.math.BigDecimal;

/// What a number of a file or a request must be: one from `min` to `max`, perhaps a whole one.
public record Bounds(double min, double max, boolean isWhole) {
  public static Bounds of(double min, double max) {
    return new Bounds(min, max, false);
  }

  public static Bounds ofWhole(double min, double max) {
    return new Bounds(min, max, true);
  }

  /// Whether a number is in the range; NaN is in none.
  public boolean hold(double number) {
    return number >= min && number <= max && (!isWhole || number == Math.rint(number));
  }

  public Message rule() {
    return Message.of(
        isWhole ? "check.integer" : "check.number", "min", plain(min), "max", plain(max));
  }

  /// A number as people write it.
  public static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
