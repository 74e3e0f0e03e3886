package greenpair.registry.source.convert;

import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.source.read.SourceException;

/// How many rows may be rejected before a conversion stops: if a registry changed its format,
/// nearly all rows are rejected, and the mapping should be fixed rather than a part published.
///
/// @param share a share of the rows read, 0 to 1
/// @param all whether every row may be rejected
public record Tolerance(long rows, double share, boolean all) {
  public static final Tolerance ANY = new Tolerance(Long.MAX_VALUE, 1, true);

  /// Any number while a row is accepted: without one the file or the mapping is wrong.
  public static final Tolerance DEFAULT = new Tolerance(Long.MAX_VALUE, 1, false);

  /// A share has little meaning before this many rows have been read.
  private static final long ENOUGH = 1000;

  /// Reads `25` or `2.5%`.
  ///
  /// @throws IllegalArgumentException if it is neither, or beyond 0 % to 100 %
  public static Tolerance parse(String text) {
    try {
      boolean isShare = text.endsWith("%");
      double share = isShare ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100 : 1;
      long rows = isShare ? Long.MAX_VALUE : Long.parseLong(text);
      if (rows >= 0 && share >= 0 && share <= 1) {
        return new Tolerance(rows, share, false);
      }
    } catch (NumberFormatException e) {
      // Reported like one out of range.
    }
    throw new MessageException(Message.of("reindex.max_rejects", "value", text));
  }

  void check(RowResults.Counter counter, boolean atEnd) {
    boolean enough = atEnd || counter.read() >= ENOUGH;
    if (atEnd && !all && counter.rejected() > 0 && counter.good() == 0) {
      throw new SourceException(
          Message.of(
              "file.all_rejected", "count", counter.read(), "first", counter.first().says()));
    }
    if (counter.rejected() > rows || (enough && counter.rejected() > share * counter.read())) {
      throw new SourceException(
          Message.of(
              "file.rejected",
              "rejected",
              counter.rejected(),
              "count",
              counter.read(),
              "most",
              rows == Long.MAX_VALUE ? share * 100 + " %" : String.valueOf(rows),
              "first",
              counter.first().says()));
    }
  }
}
