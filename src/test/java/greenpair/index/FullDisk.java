package greenpair.index;

import module java.base;

import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

/// A disk with room for so many bytes of Lucene's files and no more: a real one cannot be made
/// full on demand. It takes the place of the real one in what its thread opens until it is closed.
public final class FullDisk implements AutoCloseable {
  private final AtomicLong room;
  private final MockedStatic<FSDirectory> opening;

  public FullDisk(long bytes) {
    room = new AtomicLong(bytes);
    opening = Mockito.mockStatic(FSDirectory.class, Mockito.CALLS_REAL_METHODS);
    opening
        .when(() -> FSDirectory.open(Mockito.any(Path.class)))
        .thenAnswer(call -> new Bounded(call.getArgument(0)));
  }

  /// What is left; below 0 when something did not fit.
  public long room() {
    return room.get();
  }

  @Override
  public void close() {
    opening.close();
  }

  private void take(long bytes) throws IOException {
    if (room.addAndGet(-bytes) < 0) {
      throw new IOException("No space left on device");
    }
  }

  /// A [Directory][org.apache.lucene.store.Directory] on that disk.
  private final class Bounded extends NIOFSDirectory {
    Bounded(Path path) throws IOException {
      super(path);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      IndexOutput out = super.createOutput(name, context);
      return new FilterIndexOutput("bounded " + name, name, out) {
        @Override
        public void writeByte(byte value) throws IOException {
          take(1);
          super.writeByte(value);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
          take(length);
          super.writeBytes(bytes, offset, length);
        }
      };
    }
  }
}
