package greenpair.registry.source.convert;

import greenpair.registry.source.read.SourceException;
import java.util.Locale;

/// How many rows may be rejected before a conversion stops: if a registry changed its format,
/// nearly all rows are rejected, and the mapping should be fixed rather than a part published.
///
/// @param share a share of the rows read, 0 to 1
public record Tolerance(long rows, double share) {
  public static final Tolerance ANY = new Tolerance(Long.MAX_VALUE, 1);

  /// A share has little meaning before this many rows have been read.
  private static final long ENOUGH = 1000;

  public Tolerance {
    if (rows < 0 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the tolerance of rejects must be a number of at least 0, or 0% to 100%, but was "
              + rows
              + ", "
              + share);
    }
  }

  /// Reads `25` or `2.5%`.
  public static Tolerance parse(String text) {
    try {
      return text.endsWith("%")
          ? new Tolerance(
              Long.MAX_VALUE, Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
          : new Tolerance(Long.parseLong(text), 1);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the tolerance of rejects must be a number such as 25 or a share such as 2.5%, but was \""
              + text
              + "\"",
          e);
    }
  }

  /// Whether this number of rows may be rejected.
  public boolean allows(long rejected, long read) {
    return rejected <= rows && rejected <= share * read;
  }

  void check(RowResults.Counter counter, boolean atEnd) {
    boolean enough = atEnd || counter.read() >= ENOUGH;
    if (counter.rejected() > rows || (enough && counter.rejected() > share * counter.read())) {
      throw new SourceException(
          String.format(
              Locale.ROOT,
              "%d of %d rows are rejected and %s may be, so the run stops; nothing was published."
                  + " The rejects are written; the first:%n  %s%nFix the rows or the mapping, or"
                  + " allow more with --max-rejects",
              counter.rejected(),
              counter.read(),
              rows == Long.MAX_VALUE ? share * 100 + " %" : String.valueOf(rows),
              counter.first()));
    }
  }
}
