package greenpair.registry.source.value;

import greenpair.catalog.Language;
import greenpair.message.Message;

/// A value of a row breaks a rule of the mapping; the row is rejected with it.
public final class ValueFault extends Exception {
  private static final long serialVersionUID = 1;
  private final String column;
  private final String value;
  private final transient Message rule;

  public ValueFault(String column, String value, Message rule) {
    super(column + ": " + rule.in(Language.EN));
    this.column = column;
    this.value = value;
    this.rule = rule;
  }

  public ValueFault(String value, Message rule) {
    this("", value, rule);
  }

  /// The same fault, in a column that is now known.
  public ValueFault in(String name) {
    return column.isEmpty() ? new ValueFault(name, value, rule) : this;
  }

  public String column() {
    return column;
  }

  public String value() {
    return value;
  }

  public Message rule() {
    return rule;
  }
}
