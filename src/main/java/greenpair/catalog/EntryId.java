package greenpair.catalog;

import java.util.regex.Pattern;

/// The id of an entry, unique within its kind.
///
/// The form keeps ids safe in addresses, file names and TREC runs, which split on white space.
public record EntryId(String value) implements Comparable<EntryId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,199}");

  public EntryId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an id is a letter or digit, then up to 199 of letters, digits, '.', '_', ':', '~', '-';"
              + " got \""
              + Nearest.shorten(value)
              + "\"");
    }
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
