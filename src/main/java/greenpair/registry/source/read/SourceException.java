package greenpair.registry.source.read;

/// A file or a mapping that must be corrected before a conversion can continue. The message names
/// the file, the place, the rule and what to do.
public final class SourceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
