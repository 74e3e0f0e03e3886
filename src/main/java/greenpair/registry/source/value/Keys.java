package greenpair.registry.source.value;

import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A checked view of one map of a mapping file. Each read names its key, so that [#finish] knows
/// which keys are wrong; every error is added to the problems and reading continues.
public final class Keys {
  private final String where;
  private final Map<String, Object> values;
  private final Problems problems;
  private final Set<String> asked = new TreeSet<>();

  public Keys(String where, Map<String, Object> values, Problems problems) {
    this.where = where;
    this.values = values;
    this.problems = problems;
  }

  public String where() {
    return where;
  }

  public Problems problems() {
    return problems;
  }

  public void problem(String key, String rule) {
    problems.add(where + "." + key + " " + rule);
  }

  /// All keys, in the order of the file.
  public Set<String> names() {
    return values.keySet();
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public @Nullable Object raw(String key) {
    asked.add(key);
    return values.get(key);
  }

  public @Nullable String text(String key) {
    Object value = raw(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      problem(key, "must be text, but was " + Nearest.shorten(value.toString()));
      return null;
    }
    return value == null ? null : Item.text(value);
  }

  public String must(String key) {
    String text = text(key);
    if (text == null) {
      problem(key, "is required");
      return "?";
    }
    return text;
  }

  /// A text or a list of texts; empty if the key does not exist.
  public List<String> texts(String key) {
    Object value = raw(key);
    if (value instanceof List<?> list) {
      return list.stream().map(each -> Item.text((Object) each)).toList();
    }
    if (value instanceof Map<?, ?>) {
      problem(key, "must be text or a list of texts, but was a map");
      return List.of();
    }
    return value == null ? List.of() : List.of(Item.text(value));
  }

  public boolean flag(String key) {
    Object value = raw(key);
    if (value != null && !(value instanceof Boolean)) {
      problem(key, "must be true or false, but was " + value);
    }
    return Boolean.TRUE.equals(value);
  }

  public int whole(String key, int min, int max, int missing) {
    Object value = raw(key);
    if (value == null) {
      return missing;
    }
    if (value instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= min
        && number.intValue() <= max) {
      return number.intValue();
    }
    problem(key, "must be an integer from " + min + " to " + max + ", but was " + value);
    return missing;
  }

  /// The entries of a nested map whose keys are data.
  public Map<String, Object> map(String key) {
    Object value = raw(key);
    if (value instanceof Map<?, ?> map) {
      return named(map);
    }
    if (value != null) {
      problem(key, "must be a map, but was " + Nearest.shorten(value.toString()));
    }
    return Map.of();
  }

  /// A nested map with keys of its own; empty if the key does not exist.
  public Keys child(String key) {
    return new Keys(where + "." + key, map(key), problems);
  }

  public List<Keys> children(String key) {
    Object value = raw(key);
    List<Keys> children = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          String place = where + "." + key + "[" + children.size() + "]";
          children.add(new Keys(place, named(map), problems));
        } else {
          problem(key, "must be a list of maps, but was " + Nearest.shorten(String.valueOf(each)));
        }
      }
    } else if (value != null) {
      problem(key, "must be a list of maps, but was " + Nearest.shorten(value.toString()));
    }
    return children;
  }

  public void finish() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        problems.add(where + ": unknown key \"" + key + "\"" + Nearest.hint(key, asked));
      }
    }
  }

  public static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
