package greenpair.registry.source.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/// Counts how many bytes of the files of a source were read, as stored on disk: for a packed file,
/// the packed bytes.
final class BytesRead {
  private long files;
  private double within;

  long count() {
    return files + (long) within;
  }

  /// A file is at its end, also one whose bytes could not be counted on the way.
  void end(long size) {
    files += size;
    within = 0;
  }

  InputStream of(InputStream file) {
    return new Counted(file, 1);
  }

  /// What comes out of the member of a zip counts by how far it was packed.
  InputStream of(InputStream plain, ZipEntry member) {
    double packed = Math.max(0, member.getCompressedSize());
    return new Counted(plain, packed / Math.max(1, member.getSize()));
  }

  private final class Counted extends FilterInputStream {
    private final double weight;

    Counted(InputStream in, double weight) {
      super(in);
      this.weight = weight;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      within += value < 0 ? 0 : weight;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      within += Math.max(0, read) * weight;
      return read;
    }
  }
}
