package greenpair.config;

import greenpair.catalog.Code;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.catalog.value.Nearest;
import greenpair.catalog.value.Rule;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A checked view of one map of a configuration file. Each key is read once; [#finish] then reports
/// keys that were not read, in this map and those inside it. An error is added to [Problems] and a
/// default is returned, so that the errors of all files are reported together.
public final class Settings {
  private final String where;
  private final Map<String, ?> values;
  private final Problems problems;
  private final Set<String> read = new TreeSet<>();
  private final List<Settings> children = new ArrayList<>();

  /// @param where file and path, such as `ranking.yaml: firm`
  public Settings(String where, Map<String, ?> values, Problems problems) {
    this.where = where;
    this.values = values;
    this.problems = problems;
  }

  /// A number in [min, max]; a missing key is a fault.
  public double number(String key, double min, double max) {
    Object value = value(key);
    if (value instanceof Number number) {
      double amount = number.doubleValue();
      if (amount >= min && amount <= max) {
        return amount;
      }
    }
    problem(key, "must be a number from " + min + " to " + max + ", but was " + value);
    return min;
  }

  /// A whole number in [min, max]; a missing key is a fault.
  public int whole(String key, int min, int max) {
    Object value = value(key);
    if (value instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= min
        && number.intValue() <= max) {
      return number.intValue();
    }
    problem(key, "must be an integer from " + min + " to " + max + ", but was " + value);
    return min;
  }

  /// A text that is not blank; a missing key is a fault.
  public String text(String key) {
    Object value = value(key);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    problem(key, "must be text, but was " + value);
    return "?";
  }

  /// A whole number in [min, max]; a missing key is the given one.
  public int whole(String key, int min, int max, int missing) {
    return has(key) ? whole(key, min, max) : missing;
  }

  /// True or false; a missing key is false.
  public boolean flag(String key) {
    Object value = value(key);
    if (value != null && !(value instanceof Boolean)) {
      problem(key, "must be true or false, but was " + value);
    }
    return Boolean.TRUE.equals(value);
  }

  /// A text, number or flag as text; null for a missing key.
  public @Nullable String word(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      problem(key, "must be text, but was " + Nearest.shorten(value.toString()));
      return null;
    }
    return value == null ? null : plain(value);
  }

  /// The same; a missing key is a fault.
  public String must(String key) {
    String word = word(key);
    if (word == null) {
      problem(key, "is required");
      return "?";
    }
    return word;
  }

  /// A text or a list of texts; a missing key is an empty list.
  public List<String> texts(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?>) {
      problem(key, "must be text or a list of texts, but was a map");
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(each -> plain((Object) each)).toList()
        : value == null ? List.of() : List.of(plain(value));
  }

  /// A value as text; a number in full, a whole one without a decimal point.
  public static String plain(Object value) {
    return value instanceof Double number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  /// A time as ISO 8601; a missing key is a fault.
  public Instant time(String key) {
    Object value = value(key);
    try {
      return Instant.parse(String.valueOf(value));
    } catch (DateTimeParseException e) {
      problem(key, "must be a time such as 2026-03-01T08:00:00Z, but was " + value);
      return Instant.EPOCH;
    }
  }

  /// A list of codes; a missing key is an empty list, and what is no code is a fault and left out.
  public List<Code> codes(String key) {
    List<Code> codes = new ArrayList<>();
    for (String code : texts(key)) {
      code(key, code).ifPresent(codes::add);
    }
    return codes;
  }

  /// The keys of this map as codes; one that is no code is a fault and left out.
  public List<Code> codeKeys() {
    List<Code> codes = new ArrayList<>();
    for (String key : keys()) {
      read.add(key); // Reported once, not again as an unknown key.
      code(key, key).ifPresent(codes::add);
    }
    return codes;
  }

  private Optional<Code> code(String key, String code) {
    try {
      return Optional.of(new Code(code));
    } catch (IllegalArgumentException e) {
      problems.add(where + "." + key + ": " + e.getMessage() + at(key));
      return Optional.empty();
    }
  }

  /// A nested map; a missing key is a fault and gives an empty one.
  public Settings child(String key) {
    Object value = value(key);
    Map<String, ?> inside = Map.of();
    if (value instanceof Map<?, ?> map) {
      inside = byName(map);
    } else {
      problem(key, "must be a map, but was " + value);
    }
    return child(key, inside);
  }

  /// A nested map; a missing key gives an empty one.
  public Settings maybe(String key) {
    return has(key) ? child(key) : child(key, Map.of());
  }

  private Settings child(String key, Map<String, ?> inside) {
    Settings child = new Settings(where + "." + key, inside, problems);
    children.add(child);
    return child;
  }

  /// A list of nested maps; a missing key gives none.
  public List<Settings> children(String key) {
    Object value = value(key);
    List<Settings> all = new ArrayList<>();
    for (Object each :
        value == null ? List.of() : value instanceof List<?> list ? list : List.of(value)) {
      if (each instanceof Map<?, ?> map) {
        all.add(child(key + "[" + all.size() + "]", byName(map)));
      } else {
        problem(key, "must be a list of maps, but was " + Nearest.shorten(String.valueOf(each)));
      }
    }
    return all;
  }

  /// The entries of a nested map whose keys are data, in their order; a missing key gives none.
  public Map<String, Object> map(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?> map) {
      return byName(map);
    }
    if (value != null) {
      problem(key, "must be a map, but was " + Nearest.shorten(value.toString()));
    }
    return Map.of();
  }

  /// A nested map of numbers in [min, max], one for each of some values by its name in lower case.
  public <K extends Enum<K>> Map<K, Double> numbers(
      String key, List<K> all, double min, double max) {
    Settings child = child(key);
    Map<K, Double> numbers = new EnumMap<>(all.getFirst().getDeclaringClass());
    for (K each : all) {
      numbers.put(each, child.number(each.name().toLowerCase(Locale.ROOT), min, max));
    }
    return numbers;
  }

  /// A record of the values of its components by their names: numbers in their [Rule.Range], or
  /// else from 0 to 1, sets of texts, and records of nested maps.
  ///
  /// @param given values by key that are read otherwise
  public <R extends Record> R record(Class<R> type, Map<String, ?> given) {
    List<@Nullable Object> values = new ArrayList<>();
    for (FieldTable.Field field : FieldTable.of(type)) {
      Object other = given.get(field.key());
      values.add(other == null ? component(field.key(), field.component()) : other);
    }
    return type.cast(FieldTable.make(type, values));
  }

  public <R extends Record> R record(Class<R> type) {
    return record(type, Map.of());
  }

  private Object component(String key, RecordComponent component) {
    Rule.Range range = Rule.find(Rule.Range.class, component);
    double min = range == null ? 0 : range.min();
    double max = range == null ? 1 : range.max();
    Class<?> type = component.getType();
    if (type == double.class) {
      return number(key, min, max);
    } else if (type == int.class) {
      return whole(key, (int) min, (int) max);
    }
    return type == Set.class
        ? new TreeSet<>(texts(key))
        : child(key).record(type.asSubclass(Record.class));
  }

  /// A text in both languages: a nested map with the keys `en` and `zh`.
  public Text bilingual(String key) {
    Settings child = child(key);
    return new Text(child.text("en"), child.text("zh"));
  }

  public String where() {
    return where;
  }

  public Problems problems() {
    return problems;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /// All keys of this map, in their order.
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /// All keys of this map, for maps whose keys are data.
  public Set<String> keys() {
    return new TreeSet<>(values.keySet());
  }

  /// Records a fault of a value of this map.
  public void problem(String key, String rule) {
    problems.add(where + "." + key + " " + rule + at(key));
  }

  /// Reports every key that was not read, here and in the nested maps.
  public void finish() {
    children.forEach(Settings::finish);
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        problems.add(where + ": unknown key \"" + key + "\"" + Nearest.hint(key, read) + at(key));
      }
    }
  }

  /// The line of a key for messages; empty if it was not recorded.
  private String at(String key) {
    return values instanceof LinedMap lined ? " (line " + lined.line(key) + ")" : "";
  }

  /// A value of any type; null for a missing key.
  public @Nullable Object value(String key) {
    read.add(key);
    return values.get(key);
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
