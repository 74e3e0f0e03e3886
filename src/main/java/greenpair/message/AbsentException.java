package greenpair.message;

/// What an argument names does not exist.
public final class AbsentException extends MessageException {
  private static final long serialVersionUID = 1;

  public AbsentException(Message text) {
    super(text);
  }
}
