package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;

/// Stops XML with a tag, or a text between two tags, that is so long that a parser, which holds it
/// as a whole, would exhaust the memory: 60 million letters of one attribute take 60 kB when
/// packed.
///
/// In XML `<` begins a tag and is nowhere else, so it counts bytes between two of them. This holds
/// for UTF-8 and other encodings with ASCII in one byte; XML in others is refused. A part that does
/// not begin like XML, such as a picture, passes.
final class BoundedMarkup extends FilterInputStream {
  /// A cell may have a million characters, of up to 4 bytes.
  private static final int MOST = 1 << 22;

  /// `<?x` of an encoding that is not based on ASCII.
  private static final String EBCDIC = "Lo\u00a7";

  private final String part;
  private final boolean isXml;
  private int length;

  BoundedMarkup(InputStream in, String part) throws IOException {
    super(new BufferedInputStream(in));
    this.part = part;
    this.in.mark(4);
    byte[] start = this.in.readNBytes(4);
    this.in.reset();
    String first = new String(start, StandardCharsets.ISO_8859_1);
    boolean isWide = first.startsWith("\u00fe\u00ff") || first.startsWith("\u00ff\u00fe");
    boolean isTag = first.indexOf('<') >= 0;
    if (isWide || (isTag && first.indexOf('\0') >= 0) || first.startsWith(EBCDIC)) {
      throw new SourceException(Message.of("file.book_encoding", "file", part));
    }
    this.isXml = isTag || first.isBlank();
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    for (int at = offset; at < offset + read; at++) {
      count(bytes[at]);
    }
    return read;
  }

  private void count(byte each) {
    length = each == '<' ? 0 : length + 1;
    if (length > MOST && isXml) {
      throw new SourceException(
          Message.of(
              "file.not_read", "file", part, "fault", Message.of("file.sheet_tag", "most", MOST)));
    }
  }
}
