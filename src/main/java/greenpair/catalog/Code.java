package greenpair.catalog;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Nearest;
import java.util.regex.Pattern;

/// A code of the taxonomy, such as `TRN.PUB.EBS`. The [Taxonomy] decides whether it exists.
public record Code(String value) implements Comparable<Code> {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(\\.[A-Z0-9]+)*");

  public Code {
    if (value.length() > 40 || !FORM.matcher(value).matches()) {
      throw new InvalidException(
          "code",
          "a code must be capital letters and digits with dots between levels, such as TRN.PUB.EBS,"
              + " but was \""
              + Nearest.shorten(value)
              + "\"",
          "value",
          Nearest.shorten(value));
    }
  }

  /// The first level, such as `TRN`.
  public String root() {
    int dot = value.indexOf('.');
    return dot < 0 ? value : value.substring(0, dot);
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
