package greenpair.config;

import module java.base;

import greenpair.catalog.FieldTable;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// Reads a record of settings by the names, types and rules of its components.
final class SettingsRecord {
  private SettingsRecord() {}

  static <R extends Record> R read(Settings of, Class<R> type, Map<String, ?> given) {
    List<@Nullable Object> values = new ArrayList<>();
    for (FieldTable.Field field : FieldTable.of(type)) {
      Object other = given.get(field.key());
      values.add(other == null ? component(of, field.key(), field.component()) : other);
    }
    return type.cast(FieldTable.make(type, values));
  }

  private static Object component(Settings of, String key, RecordComponent component) {
    Rule.Range range = Rule.find(Rule.Range.class, component);
    double min = range == null ? 0 : range.min();
    double max = range == null ? 1 : range.max();
    Class<?> type = component.getType();
    if (type == double.class) {
      return of.number(key, min, max);
    } else if (type == int.class) {
      return of.whole(key, (int) min, (int) max);
    }
    return type == Set.class
        ? new TreeSet<>(of.texts(key))
        : of.child(key).record(type.asSubclass(Record.class));
  }
}
