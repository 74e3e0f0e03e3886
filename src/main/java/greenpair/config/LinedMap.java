package greenpair.config;

import module java.base;

/// A map of a configuration file with the line numbers of its keys, for error messages. Not
/// thread-safe while it is filled.
public final class LinedMap extends LinkedHashMap<String, Object> {
  private final int line;
  private final transient Map<String, Integer> lines = new HashMap<>();

  /// @param line where the map begins, from 1
  public LinedMap(int line) {
    this.line = line;
  }

  /// Puts a value from a line, counted from 1.
  public void put(String key, Object value, int at) {
    put(key, value);
    lines.put(key, at);
  }

  /// The line of a key, or of the map if there is no such key.
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  /// A map whose keys are texts.
  public static Map<String, Object> byName(Map<?, ?> map) {
    if (map instanceof LinedMap lined) {
      return lined;
    }
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
