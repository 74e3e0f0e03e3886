package greenpair.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A map of a configuration file that knows the lines of its keys, so that a fault can name them.
/// Not safe for use by several threads while it is filled.
public final class LinedMap extends LinkedHashMap<String, Object> {
  private final int line;
  private final transient Map<String, Integer> lines = new HashMap<>();

  /// @param line where the map begins, from 1
  public LinedMap(int line) {
    this.line = line;
  }

  /// Puts a value that stands in a line, from 1.
  public void put(String key, Object value, int at) {
    put(key, value);
    lines.put(key, at);
  }

  /// The line of a key, or that of the map where it has no such key.
  int line(String key) {
    return lines.getOrDefault(key, line);
  }
}
