package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.Limits;

/// Stops a packed file that grows beyond its limits, or is not what was packed.
final class BoundedStream extends FilterInputStream {
  private final String file;
  private final long most;
  private final BooleanSupplier isWhole;
  private long count;

  /// @param packed bytes of the packed file, -1 when unknown
  BoundedStream(InputStream in, String file, long packed, Limits limits) {
    this(in, file, packed, limits, () -> true);
  }

  private BoundedStream(
      InputStream in, String file, long packed, Limits limits, BooleanSupplier isWhole) {
    super(in);
    this.isWhole = isWhole;
    this.file = file;
    this.most =
        packed < 0
            ? limits.unpacked()
            : Math.min(limits.unpacked(), Math.max(Limits.FREE, packed * limits.ratio()));
  }

  /// A member of a zip, whose sum the library does not check.
  static BoundedStream of(ZipFile zip, ZipEntry member, String name, Limits limits)
      throws IOException {
    CheckedInputStream in = new CheckedInputStream(zip.getInputStream(member), new CRC32());
    return new BoundedStream(
        in,
        name,
        member.getCompressedSize(),
        limits,
        () -> in.getChecksum().getValue() == member.getCrc());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int read = super.read(bytes, offset, length);
      count(read);
      if (read < 0 && !isWhole.getAsBoolean()) {
        throw new ZipException("its checksum differs");
      }
      return read;
    } catch (EOFException | ZipException e) {
      throw new SourceException(Message.of("file.zip", "file", file), e);
    }
  }

  private void count(int read) {
    count += Math.max(0, read);
    if (count > most) {
      throw new SourceException(Message.of("file.bomb", "file", file, "most", most));
    }
  }
}
