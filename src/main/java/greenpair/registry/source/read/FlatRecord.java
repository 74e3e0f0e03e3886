package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Flattens one JSON object into text by dotted key. A list, and a list of objects, gives a column
/// of several texts.
final class FlatRecord {
  private final Limits limits;
  private final Map<String, StringBuilder> columns = new LinkedHashMap<>();
  private long length;
  private @Nullable String twice;

  FlatRecord(Limits limits) {
    this.limits = limits;
  }

  /// @param json at the start of the object; afterwards at its end
  Map<String, String> read(JsonParser json) {
    columns.clear();
    length = 0;
    twice = null;
    object(json, "");
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach((key, texts) -> cells.put(key, texts.toString()));
    return cells;
  }

  /// A key with two values in one object of the last record, if there is any.
  @Nullable String twice() {
    return twice;
  }

  private void object(JsonParser json, String prefix) {
    Set<String> keys = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = prefix + Header.plain(json.currentName());
      twice = keys.add(key) ? twice : key;
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
      default -> {
        if (!isUnknown(json)) {
          put(key, json.getString());
        }
      }
    }
  }

  /// Whether a value is `null`, or `NaN` or `Infinity`, which programs write though JSON has none.
  static boolean isUnknown(JsonParser json) {
    return json.currentToken() == JsonToken.VALUE_NULL || json.isNaN();
  }

  private void put(String key, String text) {
    if (columns.size() >= limits.columns() && !columns.containsKey(key)) {
      throw new SourceException(Message.of("file.columns", "most", limits.columns()));
    }
    length += text.length() + 1;
    if (length > limits.row()) {
      throw new SourceException(Message.of("file.characters", "most", limits.row()));
    }
    StringBuilder texts = columns.computeIfAbsent(key, each -> new StringBuilder());
    texts.append(texts.isEmpty() ? "" : String.valueOf(SourceRecord.SEPARATOR)).append(text);
  }
}
