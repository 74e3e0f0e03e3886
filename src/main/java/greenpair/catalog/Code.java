package greenpair.catalog;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Nearest;

/// A code of the taxonomy, such as `TRN.PUB.EBS`. The
/// [Taxonomy][greenpair.catalog.taxonomy.Taxonomy] decides whether it exists.
public record Code(String value) implements Comparable<Code> {
  private static final int LONGEST = 40;

  public Code {
    if (!isCode(value)) {
      throw new InvalidException("code", "value", Nearest.shorten(value));
    }
  }

  /// Not a regular expression, because naming the values of a facet makes hundreds of codes for one
  /// answer.
  private static boolean isCode(String value) {
    boolean isStart = true;
    for (int at = 0; at < value.length(); at++) {
      char each = value.charAt(at);
      boolean isCapital = each >= 'A' && each <= 'Z';
      boolean isDigit = each >= '0' && each <= '9' && at > 0;
      if (!isCapital && !isDigit && (each != '.' || isStart)) {
        return false;
      }
      isStart = each == '.';
    }
    return !isStart && value.length() <= LONGEST;
  }

  /// The first level, such as `TRN`.
  public String root() {
    int dot = value.indexOf('.');
    return dot < 0 ? value : value.substring(0, dot);
  }

  /// Whether it is that code or one below it.
  public boolean isWithin(String top) {
    return value.startsWith(top)
        && (value.length() == top.length() || value.charAt(top.length()) == '.');
  }

  /// Whether it names a financial instrument or a type of financier, not a technology.
  public boolean isFinance() {
    String root = root();
    return root.equals("FIN") || root.equals("FTY");
  }

  @Override
  public int compareTo(Code other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
