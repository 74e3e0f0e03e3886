package greenpair.registry.source;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Flattens one JSON object into text by dotted key.
final class FlatRecord {
  private final Limits limits;
  private Map<String, String> cells = new LinkedHashMap<>();
  private long length;

  FlatRecord(Limits limits) {
    this.limits = limits;
  }

  /// @param json at the start of the object; afterwards at its end
  Map<String, String> read(JsonParser json) {
    cells = new LinkedHashMap<>();
    length = 0;
    object(json, "");
    return cells;
  }

  private void object(JsonParser json, String prefix) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = prefix + Header.plain(json.currentName());
      json.nextToken();
      value(json, key);
    }
  }

  private void value(JsonParser json, String key) {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, key + ".");
      case START_ARRAY -> {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          value(json, key);
        }
      }
      case VALUE_NULL -> {}
      default -> put(key, json.getString());
    }
  }

  private void put(String key, String text) {
    length += text.length();
    if (length > limits.row()) {
      throw new SourceException("a record has at most " + limits.row() + " characters");
    }
    if (cells.size() >= limits.columns() && !cells.containsKey(key)) {
      throw new SourceException("a record has at most " + limits.columns() + " columns");
    }
    cells.merge(key, text, (old, more) -> old + SourceRecord.SEPARATOR + more);
  }
}
