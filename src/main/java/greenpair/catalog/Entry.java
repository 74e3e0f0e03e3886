package greenpair.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One thing in the catalog. The list of kinds is closed, so code that switches over it needs no
/// default and the compiler finds each place that a new kind touches.
public sealed interface Entry permits City, Need, Firm, Financier, Solution, Deployment, Programme {
  /// What every kind has.
  Profile profile();

  /// Which kind this is.
  Kind kind();

  /// The id, unique within the kind.
  default EntryId id() {
    return profile().id();
  }

  /// The name in one or both languages.
  default Text name() {
    return profile().name();
  }

  /// Technology codes, most important first.
  default List<Code> technologies() {
    return profile().technologies();
  }

  /// Whether at least one source was checked.
  default boolean verified() {
    return profile().provenance().stream().anyMatch(Provenance::verified);
  }

  /// Values that break a rule of the catalog which people meet when they write entries. Readers say
  /// it in both languages by the name of the rule; the message is for developers.
  final class InvalidException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final transient Map<String, String> values;

    /// @param rule its name, such as `money_neither`
    /// @param message in English
    /// @param values what broke it: names, each followed by its value
    public InvalidException(String rule, String message, Object... values) {
      super(message);
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

    /// What broke the rule, by name.
    public Map<String, String> values() {
      return values;
    }
  }
}
