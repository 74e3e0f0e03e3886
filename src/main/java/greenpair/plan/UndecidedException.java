package greenpair.plan;

import greenpair.message.Message;
import greenpair.message.MessageException;

/// Thrown if the effort of a solver was spent before it found a plan, so that nobody knows whether
/// there is one.
public final class UndecidedException extends MessageException {
  private static final long serialVersionUID = 1;

  public UndecidedException() {
    super(Message.of("plan.undecided"));
  }
}
