package greenpair.cli.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Rounds numbers that the pages also show in the same way as the pages: half to even.
final class Rounded {
  private static final double CENT = 100;

  private Rounded() {}

  static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /// A share in [0, 1] as whole per cent.
  static String percent(double share) {
    return fixed(CENT * share, 0) + "%";
  }
}
