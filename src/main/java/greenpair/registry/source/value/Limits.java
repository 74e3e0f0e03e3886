package greenpair.registry.source.value;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Limits for hostile or broken files, so that memory and time are bounded.
///
/// @param cell characters of one cell
/// @param row characters of one row
/// @param columns columns of one row
/// @param depth levels of nesting in JSON
/// @param unpacked bytes that a packed file may grow to
/// @param ratio how many times its packed size a packed file may grow beyond the first 64 MiB
public record Limits(int cell, int row, int columns, int depth, long unpacked, int ratio) {
  public static final Limits DEFAULT = new Limits(1 << 20, 1 << 23, 10_000, 64, 1L << 36, 200);

  /// Packed files below this size may grow at any ratio.
  public static final long FREE = 64L << 20;

  /// The same with another bound for what is unpacked.
  public Limits unpackedTo(long bytes) {
    return new Limits(cell, row, columns, depth, bytes, ratio);
  }

  /// A text that a mapping combines from others must not be longer than a cell, since texts
  /// combined from texts grow by powers.
  public <T extends @Nullable CharSequence> T checkText(T text) throws ValueFault {
    if (text != null && text.length() > cell) {
      throw new ValueFault(
          text.subSequence(0, 100).toString(), Message.of("row.text_length", "most", cell));
    }
    return text;
  }
}
