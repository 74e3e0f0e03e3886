package greenpair.registry.source.value;

import greenpair.config.Settings;
import java.util.Map;

/// One known value of a row: a text, number or flag, and named parts of it, such as `year` of a
/// date, `min` and `unit` of an amount, `lat` of a place.
public record Item(Object value, Map<String, Object> parts) {
  public Item {
    parts = Map.copyOf(parts);
  }

  public static Item of(Object value) {
    return new Item(value, Map.of());
  }

  /// Whether it is an amount of which only the most or the least is known, and so not its value.
  public boolean isBound() {
    return parts.containsKey("min") != parts.containsKey("max");
  }

  /// The value as text; a number in full, a whole one without a decimal point.
  public String text() {
    return text(value);
  }

  public static String text(Object value) {
    return Settings.plain(value);
  }
}
