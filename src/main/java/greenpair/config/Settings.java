package greenpair.config;

import module java.base;

import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.message.Bounds;
import greenpair.message.Message;
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
    return number(key, Bounds.of(min, max));
  }

  /// A whole number in [min, max]; a missing key is a fault.
  public int whole(String key, int min, int max) {
    return (int) number(key, Bounds.ofWhole(min, max));
  }

  private double number(String key, Bounds bounds) {
    if (value(key) instanceof Number number && bounds.hold(number.doubleValue())) {
      return number.doubleValue();
    }
    refuse(key, bounds.rule(), value(key));
    return bounds.min();
  }

  /// A text that is not blank; a missing key is a fault.
  public String text(String key) {
    Object value = value(key);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    refuse(key, Message.of("config.text"), value);
    return "?";
  }

  /// A whole number in [min, max]; a missing key is the given one.
  public int whole(String key, int min, int max, int missing) {
    return has(key) ? whole(key, min, max) : missing;
  }

  /// A value of an enum by its name in lower case; anything else is a fault and gives the first.
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return choice(key, value(key), type).orElse(type.getEnumConstants()[0]);
  }

  /// Values of an enum by their names in lower case; others are faults and left out.
  public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    return texts(key).stream().flatMap(each -> choice(key, each, type).stream()).toList();
  }

  private <E extends Enum<E>> Optional<E> choice(
      String key, @Nullable Object value, Class<E> type) {
    List<String> words = Stream.of(type.getEnumConstants()).map(Word::of).toList();
    int at = value instanceof String word ? words.indexOf(word) : -1;
    if (at < 0) {
      refuse(key, Message.of("check.one_of", "values", words), value, words);
    }
    return at < 0 ? Optional.empty() : Optional.of(type.getEnumConstants()[at]);
  }

  /// True or false; a missing key is false.
  public boolean flag(String key) {
    Object value = value(key);
    if (value != null && !(value instanceof Boolean)) {
      refuse(key, Message.of("check.boolean"), value);
    }
    return Boolean.TRUE.equals(value);
  }

  /// A text, number or flag as text; null for a missing key.
  public @Nullable String word(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      refuse(key, Message.of("config.text"), value);
      return null;
    }
    return value == null ? null : plain(value);
  }

  /// The same; a missing key is a fault.
  public String must(String key) {
    if (value(key) == null) {
      problem(key, Message.of("check.required"));
    }
    return Objects.requireNonNullElse(word(key), "?");
  }

  /// A text or a list of texts; a missing key is an empty list.
  public List<String> texts(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?>) {
      refuse(key, Message.of("config.texts"), value);
      return List.of();
    }
    return listed(value).stream().map(each -> plain((Object) each)).toList();
  }

  private static List<?> listed(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  /// A value as text; a number in full, a whole one without a decimal point.
  public static String plain(Object value) {
    return value instanceof Double number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  /// A nested map; a missing key is a fault and gives an empty one.
  public Settings child(String key) {
    if (value(key) == null) {
      refuse(key, Message.of("config.map"), null);
    }
    return child(key, map(key));
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
    List<Settings> all = new ArrayList<>();
    for (Object each : listed(value(key))) {
      if (each instanceof Map<?, ?> map) {
        all.add(child(key + "[" + all.size() + "]", LinedMap.byName(map)));
      } else {
        refuse(key, Message.of("config.maps"), each);
      }
    }
    return all;
  }

  /// The entries of a nested map whose keys are data, in their order; a missing key gives none.
  public Map<String, Object> map(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?> map) {
      return LinedMap.byName(map);
    }
    if (value != null) {
      refuse(key, Message.of("config.map"), value);
    }
    return Map.of();
  }

  /// The values of a nested map whose keys are data; a missing key is a fault and gives none.
  ///
  /// @param read gives the value of a key of the nested map
  public <T> Map<String, T> each(String key, BiFunction<Settings, String, T> read) {
    Settings child = child(key);
    Map<String, T> all = new LinkedHashMap<>();
    child.keys().forEach(each -> all.put(each, read.apply(child, each)));
    return all;
  }

  /// A nested map of numbers in [min, max], one for each of some values by its name in lower case.
  public <K extends Enum<K>> Map<K, Double> numbers(
      String key, List<K> all, double min, double max) {
    Settings child = child(key);
    Map<K, Double> numbers = new EnumMap<>(all.getFirst().getDeclaringClass());
    for (K each : all) {
      numbers.put(each, child.number(Word.of(each), min, max));
    }
    return numbers;
  }

  /// A record of the values of its components by their names: numbers in their range, or
  /// else from 0 to 1, sets of texts, and records of nested maps.
  ///
  /// @param given values by key that are read otherwise
  public <R extends Record> R record(Class<R> type, Map<String, ?> given) {
    return SettingsRecord.read(this, type, given);
  }

  public <R extends Record> R record(Class<R> type) {
    return record(type, Map.of());
  }

  /// A text in both languages: a nested map with the keys `en` and `zh`.
  public Text bilingual(String key) {
    Settings child = child(key);
    return new Text(child.text("en"), child.text("zh"));
  }

  /// All values of this map, which are texts in both languages.
  public Map<String, Text> bilinguals() {
    Map<String, Text> all = new LinkedHashMap<>();
    keys().forEach(key -> all.put(key, bilingual(key)));
    finish();
    return all;
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
  public Set<String> keysInOrder() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /// The same in alphabetical order.
  public Set<String> keys() {
    return new TreeSet<>(values.keySet());
  }

  /// Records a fault of a value of this map.
  public void problem(String key, Message rule) {
    problems.add(where + "." + key, rule, at(key));
  }

  /// Records that a value breaks a rule.
  public void refuse(String key, Message rule, @Nullable Object value) {
    refuse(key, rule, value, List.of());
  }

  /// Records that a value breaks a rule, with the nearest of some words.
  public void refuse(String key, Message rule, @Nullable Object value, Collection<String> words) {
    problems.refuse(where + "." + key, rule, value, words, at(key));
  }

  /// Reports every key that was not read, here and in the nested maps.
  public void finish() {
    children.forEach(Settings::finish);
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        problems.addUnknown(where, key, read, at(key));
      }
    }
  }

  /// The line of a key for messages; empty if it was not recorded.
  private Object at(String key) {
    return values instanceof LinedMap lined
        ? Message.of("config.line", "line", lined.line(key))
        : "";
  }

  /// A value of any type; null for a missing key.
  public @Nullable Object value(String key) {
    read.add(key);
    return values.get(key);
  }
}
