package greenpair.catalog;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Nearest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The id of an entry, unique within its kind.
///
/// Ids in this form are safe in addresses, in file names and in TREC runs, which are split at white
/// space.
public record EntryId(String value) implements Comparable<EntryId> {
  private static final int LONGEST = 200;

  public EntryId {
    if (!isId(value)) {
      throw new InvalidException("entry_id", "value", Nearest.shorten(value));
    }
  }

  /// The word as an id; empty if no entry can have it.
  public static Optional<EntryId> parse(@Nullable String word) {
    return Optional.ofNullable(word).filter(EntryId::isId).map(EntryId::new);
  }

  /// Not a regular expression, because ranking reads thousands of ids for one answer.
  private static boolean isId(String value) {
    if (value.isEmpty() || value.length() > LONGEST || !isLetterOrDigit(value.charAt(0))) {
      return false;
    }
    for (int at = 1; at < value.length(); at++) {
      char each = value.charAt(at);
      if (!isLetterOrDigit(each) && "._:~-".indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9');
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
