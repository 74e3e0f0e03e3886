package greenpair.cli.app;

import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.message.TranslatedException;

/// Wrong usage that shows only when a command runs, such as two options that exclude each other.
public final class UsageException extends TranslatedException {
  private static final long serialVersionUID = 1;

  public UsageException(Message text) {
    super(text, null);
  }

  /// A value that violates a rule.
  ///
  /// @param rule such as "must be an integer …"
  public static UsageException of(String option, Message rule, Object value) {
    return new UsageException(
        Message.of(
            "usage.value",
            "name",
            option,
            "rule",
            rule,
            "value",
            Nearest.shorten(value.toString()),
            "hint",
            ""));
  }
}
