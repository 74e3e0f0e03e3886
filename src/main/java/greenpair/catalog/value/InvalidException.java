package greenpair.catalog.value;

import module java.base;

/// Values that break a rule of the catalog that authors of entries can break. The message files
/// have the rule in both languages, under `catalog.`; the exception's own message is for
/// developers.
public final class InvalidException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String rule;
  private final transient Map<String, String> values;

  /// @param values the offending values: names, each followed by its value
  public InvalidException(String rule, Object... values) {
    super(rule + " " + List.of(values));
    this.rule = rule;
    Map<String, String> named = new HashMap<>();
    for (int at = 0; at < values.length; at += 2) {
      named.put((String) values[at], String.valueOf(values[at + 1]));
    }
    this.values = Map.copyOf(named);
  }

  public String rule() {
    return rule;
  }

  /// The offending values by name.
  public Map<String, String> values() {
    return values;
  }
}
