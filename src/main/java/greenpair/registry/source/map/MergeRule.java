package greenpair.registry.source.map;

import greenpair.registry.source.value.Keys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a field is combined when several rows give one entry (`merge` in a mapping), such as the
/// units of one plant. Without it, the first known value is used.
public sealed interface MergeRule {
  /// The field of the whole; null if it is unknown.
  ///
  /// @param values of the field in each of the rows, null where a row does not know it
  @Nullable Object of(List<@Nullable Object> values);

  /// Amounts add up, as decimals. One that is unknown makes the sum unknown, since it is not zero;
  /// amounts of several units, or beyond the largest number, have none.
  record Sum() implements MergeRule {
    @Override
    public @Nullable Object of(List<@Nullable Object> values) {
      BigDecimal sum = BigDecimal.ZERO;
      Object unit = null;
      for (Object each : values) {
        Object amount = each instanceof Map<?, ?> object ? object.get("value") : each;
        Object other = each instanceof Map<?, ?> object ? object.get("unit") : "";
        if (!(amount instanceof Number number) || (unit != null && !unit.equals(other))) {
          return null;
        }
        unit = other;
        sum = sum.add(new BigDecimal(number.toString()));
      }
      double whole = sum.doubleValue();
      if (Double.isInfinite(whole)) {
        return null;
      }
      if (!(values.getFirst() instanceof Map<?, ?> first)) {
        return whole;
      }
      Map<String, Object> amount = new LinkedHashMap<>(Keys.named(first));
      amount.put("value", whole);
      return amount;
    }
  }

  /// The least or the greatest number that is known.
  record Extreme(boolean least) implements MergeRule {
    @Override
    public @Nullable Object of(List<@Nullable Object> values) {
      Number best = null;
      for (Object each : values) {
        if (each instanceof Number number
            && (best == null || number.doubleValue() < best.doubleValue() == least)) {
          best = number;
        }
      }
      return best;
    }
  }

  /// The first of these words that any row has; of other words the first.
  record Preferred(List<String> words) implements MergeRule {
    public Preferred {
      words = List.copyOf(words);
    }

    @Override
    public @Nullable Object of(List<@Nullable Object> values) {
      for (String word : words) {
        if (values.stream().anyMatch(word::equals)) {
          return word;
        }
      }
      return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }
  }

  static Map<String, MergeRule> read(Keys owner) {
    Map<String, MergeRule> rules = new LinkedHashMap<>();
    Keys keys = new Keys(owner.where() + ".merge", owner.map("merge"), owner.problems());
    for (String field : keys.names()) {
      List<String> words = keys.texts(field);
      boolean isList = keys.raw(field) instanceof List<?>;
      rules.put(
          field,
          switch (isList || words.isEmpty() ? "" : words.getFirst()) {
            case "sum" -> new Sum();
            case "least" -> new Extreme(true);
            case "most" -> new Extreme(false);
            default -> {
              if (!isList) {
                keys.problem(
                    field, "must be sum, least, most or a list of words, but was " + words);
              }
              yield new Preferred(words);
            }
          });
    }
    return rules;
  }

  /// Puts the fields of the whole into an entry that was merged of these.
  static void apply(
      Map<String, MergeRule> rules, List<Map<String, Object>> all, Map<String, Object> merged) {
    rules.forEach(
        (path, rule) -> {
          List<@Nullable Object> values = new ArrayList<>();
          all.forEach(each -> values.add(at(each, path)));
          put(merged, path, rule.of(values));
        });
  }

  private static @Nullable Object at(Map<?, ?> entry, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return entry.get(path);
    }
    return entry.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, path.substring(dot + 1))
        : null;
  }

  private static void put(Map<String, Object> entry, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    String key = dot < 0 ? path : path.substring(0, dot);
    Object inner = dot < 0 ? value : entry.get(key);
    if (dot >= 0) {
      Map<String, Object> changed =
          inner instanceof Map<?, ?> map
              ? new LinkedHashMap<>(Keys.named(map))
              : new LinkedHashMap<>();
      put(changed, path.substring(dot + 1), value);
      inner = changed.isEmpty() ? null : changed;
    }
    if (inner == null) {
      entry.remove(key);
    } else {
      entry.put(key, inner);
    }
  }
}
