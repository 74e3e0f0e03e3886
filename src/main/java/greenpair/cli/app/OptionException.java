package greenpair.cli.app;

import greenpair.message.Message;
import picocli.CommandLine.TypeConversionException;

/// The value of an option violates a rule, which is a message such as "must be a date …".
public final class OptionException extends TypeConversionException {
  private static final long serialVersionUID = 1;

  private final transient Message rule;

  public OptionException(Message rule) {
    super(rule.key());
    this.rule = rule;
  }

  public Message rule() {
    return rule;
  }
}
