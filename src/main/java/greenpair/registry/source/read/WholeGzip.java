package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;

/// Refuses bytes behind the last member of a gzip file, which the library leaves out.
final class WholeGzip extends GZIPInputStream {
  private static final int TRAILER = 8;
  private final String file;

  WholeGzip(InputStream raw, String file) throws IOException {
    super(raw);
    this.file = file;
  }

  @Override
  public int read(byte[] out, int from, int length) throws IOException {
    int count = super.read(out, from, length);
    if (count < 0 && (inf.getRemaining() > TRAILER || in.available() > 0)) {
      throw new SourceException(Message.of("file.gzip_tail", "file", file));
    }
    return count;
  }
}
