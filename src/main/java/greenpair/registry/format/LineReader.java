package greenpair.registry.format;

import module java.base;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Splits a stream into lines of strict UTF-8 in bounded memory: a line that is too long is skipped
/// and reported. A byte order mark at the beginning is dropped.
public final class LineReader {
  static final int MAX_LENGTH = 1 << 20;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private final CharBuffer decoded = CharBuffer.allocate(CHUNK);
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private int at;
  private int end;
  private long number;
  private long total;

  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean tooLong;

  public LineReader(InputStream in) {
    this.in = in;
  }

  /// The next line, or null at the end.
  public @Nullable Line next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int stop = lineEnd();
      take(stop);
      if (stop < end) {
        at = stop + 1;
        return line(false);
      }
      at = end;
    }
    return any ? line(true) : null;
  }

  /// The bytes read so far.
  long total() {
    return total;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk));
    total += end;
    return end > 0;
  }

  private int lineEnd() {
    int stop = at;
    while (stop < end && chunk[stop] != '\n') {
      stop++;
    }
    return stop;
  }

  private void take(int stop) {
    int more = stop - at;
    if (tooLong || length + more > MAX_LENGTH) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(chunk, at, line, length, more);
    length += more;
  }

  private Line line(boolean cut) {
    number++;
    int start = number == 1 && hasMark() ? 3 : 0;
    int stop = length > start && line[length - 1] == '\r' ? length - 1 : length;
    byte[] bytes = Arrays.copyOfRange(line, start, stop);
    return new Line(bytes, number, tooLong ? tooLong() : fault(bytes), cut);
  }

  private boolean hasMark() {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private static Message tooLong() {
    return Message.of("line.too_long", "most", MAX_LENGTH);
  }

  private @Nullable Message fault(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return Message.of("line.nul", "byte", i + 1);
      }
    }
    int malformed = malformed(bytes);
    return malformed < 0
        ? null
        : Message.of(
            "line.not_utf8",
            "byte",
            malformed + 1,
            "hex",
            String.format(Locale.ROOT, "0x%02X", bytes[malformed]));
  }

  private int malformed(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    decoder.reset();
    while (true) {
      decoded.clear();
      CoderResult result = decoder.decode(from, decoded, true);
      if (result.isError()) {
        return from.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
    }
  }

  /// One line of a text file.
  ///
  /// @param bytes without the line end
  /// @param number counted from 1
  /// @param fault why the line cannot be read at all; null if it is valid UTF-8
  /// @param cut whether the file ends here without a line end
  @SuppressWarnings("ArrayRecordComponent") // Lines are passed on once, never compared.
  public record Line(byte[] bytes, long number, @Nullable Message fault, boolean cut) {
    /// Whether there is nothing but white space.
    public boolean isBlank() {
      for (byte each : bytes) {
        if (each != ' ' && each != '\t' && each != '\r') {
          return false;
        }
      }
      return fault == null;
    }
  }
}
