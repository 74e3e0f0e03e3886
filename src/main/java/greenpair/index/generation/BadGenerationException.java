package greenpair.index.generation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A generation that must not be served: unfinished, damaged, or built by another configuration.
public final class BadGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadGenerationException(Path directory, String reason) {
    this(directory, reason, null);
  }

  /// @param cause null if nothing was thrown
  public BadGenerationException(Path directory, String reason, @Nullable Throwable cause) {
    super(
        "generation " + directory.getFileName() + " cannot be served: " + plain(directory, reason),
        cause);
  }

  /// The reason without the path of the generation, because anonymous users may read it.
  private static String plain(Path directory, String reason) {
    Path folder = directory.toAbsolutePath().getParent();
    return folder == null ? reason : reason.replace(folder.toString(), "…");
  }
}
