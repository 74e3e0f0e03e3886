package greenpair.index.generation;

import java.nio.file.Path;

/// A generation that must not be served: unfinished, damaged, or built by another configuration.
public final class BadGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadGenerationException(Path directory, String reason) {
    super("generation " + directory.getFileName() + " cannot be served: " + reason);
  }
}
