package greenpair.registry.source.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A text followed by [#MARK] on a separate line. A parser of CSV gives a row that is the mark, or,
/// where a quote was never closed, a cell that ends with it: so a file that was truncated inside
/// quotes is detected, which parsers accept as complete.
final class MarkedEnd extends FilterReader {
  /// No character of any language.
  static final String MARK = "\uFFFF";

  private static final String END = "\n" + MARK;

  private int given = -1;

  MarkedEnd(Reader text) {
    super(text);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (given < 0) {
      int read = in.read(into, offset, length);
      if (read >= 0) {
        return read;
      }
      given = 0;
    }
    int count = Math.min(length, END.length() - given);
    END.getChars(given, given + count, into, offset);
    given += count;
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
