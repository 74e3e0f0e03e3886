package greenpair.config;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.value.Nearest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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
    Object value = take(key);
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
    double amount = number(key, min, max);
    if (amount != Math.rint(amount)) {
      problem(key, "must be an integer, but was " + amount);
    }
    return (int) amount;
  }

  /// A text that is not blank; a missing key is a fault.
  public String text(String key) {
    Object value = take(key);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    problem(key, "must be text, but was " + value);
    return "?";
  }

  /// A time as ISO 8601; a missing key is a fault.
  public Instant time(String key) {
    Object value = take(key);
    try {
      return Instant.parse(String.valueOf(value));
    } catch (DateTimeParseException e) {
      problem(key, "must be a time such as 2026-03-01T08:00:00Z, but was " + value);
      return Instant.EPOCH;
    }
  }

  /// A list of texts; a missing key is an empty list.
  public List<String> texts(String key) {
    Object value = take(key);
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        texts.add(String.valueOf(each));
      }
    } else if (value != null) {
      problem(key, "must be a list of texts, but was " + value);
    }
    return texts;
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
    Object value = take(key);
    Map<String, ?> inside = Map.of();
    if (value instanceof Map<?, ?> map) {
      inside = byName(map);
    } else {
      problem(key, "must be a map, but was " + value);
    }
    Settings child = new Settings(where + "." + key, inside, problems);
    children.add(child);
    return child;
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

  /// A text in both languages: a nested map with the keys `en` and `zh`.
  public Text bilingual(String key) {
    Settings child = child(key);
    return new Text(child.text("en"), child.text("zh"));
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

  private @Nullable Object take(String key) {
    read.add(key);
    return values.get(key);
  }

  private static Map<String, ?> byName(Map<?, ?> map) {
    if (map instanceof LinedMap lined) {
      return lined;
    }
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
