package greenpair.registry.source.read;

/// A file or a mapping that somebody has to mend before a conversion can go on. The message names
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
