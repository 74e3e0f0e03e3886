package greenpair.registry.source.read;

import greenpair.message.Message;
import greenpair.registry.source.value.Limits;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Flattens one JSON object into text by dotted key. For a list of objects, each key becomes a
/// column with one text for each object, empty if the object has none, so that texts at the same
/// position belong together. If an object contains a list, its column gets more texts than there
/// are objects, never the same number by chance.
final class FlatRecord {
  private final Limits limits;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, Integer> objects = new HashMap<>();
  private long length;
  private @Nullable String twice;

  /// A column and the list of objects that contains it, if any.
  private static final class Column {
    private final StringBuilder text = new StringBuilder();
    private final String list;
    private int texts;
    private boolean spilled;

    Column(String list) {
      this.list = list;
    }
  }

  FlatRecord(Limits limits) {
    this.limits = limits;
  }

  /// @param json at the start of the object; afterwards at its end
  Map<String, String> read(JsonParser json) {
    columns.clear();
    objects.clear();
    length = 0;
    twice = null;
    object(json, "", "");
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach(
        (key, column) -> {
          int all = objects.getOrDefault(column.list, 0);
          pad(column, column.spilled ? all + 1 : all);
          cells.put(key, column.text.toString());
        });
    return cells;
  }

  /// A key with two values in one object of the last record, if there is any.
  @Nullable String twice() {
    return twice;
  }

  private void object(JsonParser json, String prefix, String list) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = prefix + Header.plain(json.currentName());
      boolean isSimple = json.nextToken().isScalarValue();
      Column known = isSimple ? columns.get(key) : null;
      if (known != null && !known.spilled && known.texts >= objects.getOrDefault(list, 1)) {
        twice = key;
      }
      value(json, key, list);
    }
  }

  private void value(JsonParser json, String key, String list) {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, key + ".", list);
      case START_ARRAY -> {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          element(json, key, list);
        }
      }
      default -> {
        if (!isUnknown(json)) {
          put(key, json.getString(), list);
        }
      }
    }
  }

  /// Whether a value is `null`, or `NaN` or `Infinity`, which programs write though JSON has none.
  static boolean isUnknown(JsonParser json) {
    return json.currentToken() == JsonToken.VALUE_NULL || json.isNaN();
  }

  private void element(JsonParser json, String key, String list) {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      objects.merge(key, 1, Integer::sum);
      object(json, key + ".", key);
    } else {
      value(json, key, list);
    }
  }

  private void put(String key, String text, String list) {
    if (columns.size() >= limits.columns() && !columns.containsKey(key)) {
      throw new SourceException(Message.of("file.columns", "most", limits.columns()));
    }
    Column column = columns.computeIfAbsent(key, each -> new Column(list));
    int before = objects.getOrDefault(list, 1) - 1;
    pad(column, before);
    column.spilled |= column.texts > before;
    add(column, text);
  }

  private void pad(Column column, int texts) {
    while (column.texts < texts) {
      add(column, "");
    }
  }

  private void add(Column column, String text) {
    length += text.length() + 1;
    if (length > limits.row()) {
      throw new SourceException(Message.of("file.characters", "most", limits.row()));
    }
    if (column.texts > 0) {
      column.text.append(SourceRecord.SEPARATOR);
    }
    column.text.append(text);
    column.texts++;
  }
}
