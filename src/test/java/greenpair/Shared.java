package greenpair;

import module java.base;

import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Objects that several test classes share because they are expensive to create and are not
/// changed: the first class creates one, in its own folder, and it is closed after the last test.
///
/// @param <T> what is shared; one of a type is made
public final class Shared<T extends Closeable> implements BeforeAllCallback {
  private final Class<T> type;
  private final Making<T> making;
  private @Nullable Made<?> made;

  /// How it is made, in an empty folder.
  public interface Making<T> {
    T in(Path folder) throws IOException;
  }

  public Shared(Class<T> type, Making<T> making) {
    this.type = type;
    this.making = making;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    made =
        context
            .getStore(
                ExtensionContext.StoreScope.LAUNCHER_SESSION,
                ExtensionContext.Namespace.create(Shared.class))
            .getOrComputeIfAbsent(type, key -> make(), Made.class);
  }

  private Made<T> make() {
    try {
      Path folder = MemoryFolder.create("greenpair-shared");
      return new Made<>(folder, making.in(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public T get() {
    return type.cast(Objects.requireNonNull(made).value);
  }

  private record Made<T extends Closeable>(Path folder, T value) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      value.close();
      IOUtils.rm(folder);
    }
  }
}
