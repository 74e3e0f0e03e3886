package greenpair.plan;

import greenpair.message.Message;
import greenpair.message.MessageException;
import java.util.List;

/// Thrown if a request to planning cannot be met; states a minimal set of conflicting conditions.
public final class ImpossibleException extends MessageException {
  private static final long serialVersionUID = 1;

  private final transient List<Message> says;

  /// @param says a minimal set of conflicting conditions, one message for each
  public ImpossibleException(List<Message> says) {
    super(Message.of("plan.not_together", "conditions", lines(says)));
    this.says = List.copyOf(says);
  }

  private static Object lines(List<Message> says) {
    return says.stream()
        .<Object>map(each -> each)
        .reduce((one, other) -> Message.of("config.and", "one", one, "other", other))
        .orElse("");
  }

  public List<Message> says() {
    return says;
  }
}
