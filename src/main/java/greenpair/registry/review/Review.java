package greenpair.registry.review;

import java.time.Instant;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/// A person's answer on two entries that may be the same.
///
/// @param one kind, source and id of an entry, such as `firm gbfs/lime`
public record Review(String one, String two, boolean same, Instant answered) {
  private static final int DIGITS = 16;

  /// Made of a line that a person may have changed.
  public Review {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(answered, "answered");
  }

  /// The name of a pair, whichever comes first.
  public static String pair(String one, String two) {
    String both = one.compareTo(two) < 0 ? one + "|" + two : two + "|" + one;
    return DigestUtils.sha256Hex(both).substring(0, DIGITS);
  }

  /// Whether the answer is about these two, in any order.
  public boolean isAbout(String first, String second) {
    return (one.equals(first) && two.equals(second)) || (one.equals(second) && two.equals(first));
  }
}
