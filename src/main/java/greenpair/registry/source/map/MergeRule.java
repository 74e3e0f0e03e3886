package greenpair.registry.source.map;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.config.Settings;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// How a field is combined when several rows give one entry (`merge` in a mapping), such as the
/// units of one plant. Without it, the first known value is used.
public sealed interface MergeRule {
  /// The field of the whole; null if it is unknown.
  ///
  /// @param values of the field in each of the rows, null where a row does not know it
  @Nullable Object of(List<@Nullable Object> values);

  /// Amounts of one unit add up, as decimals. One that is unknown makes the sum unknown, since it
  /// is not zero; amounts of two units, or beyond the largest number that the catalog takes, have
  /// none.
  record Sum() implements MergeRule {
    private static final double LARGEST = 1e15;

    @Override
    public @Nullable Object of(List<@Nullable Object> values) {
      BigDecimal sum = BigDecimal.ZERO;
      Object unit = null;
      for (Object each : values) {
        Object amount = each instanceof Record ? part(each, "value") : each;
        Object other = each instanceof Record ? part(each, "unit") : "";
        if (!(amount instanceof Number number) || (unit != null && !unit.equals(other))) {
          return null;
        }
        unit = other;
        sum = sum.add(new BigDecimal(number.toString()));
      }
      double whole = sum.doubleValue();
      return Math.abs(whole) > LARGEST
          ? null
          : switch (values.getFirst()) {
            case Integer _ -> (Object) sum.intValue();
            case Long _ -> (Object) sum.longValue();
            case Record first -> FieldTable.with(first, Map.of("value", whole));
            case null, default -> (Object) whole;
          };
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
        for (Object value : values) {
          if (value != null && word.equals(word(value))) {
            return value;
          }
        }
      }
      return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String word(Object value) {
      return value instanceof Enum<?> one ? FieldTable.word(one) : value.toString();
    }
  }

  static Map<String, MergeRule> read(Settings owner) {
    Map<String, MergeRule> rules = new LinkedHashMap<>();
    Settings keys = new Settings(owner.where() + ".merge", owner.map("merge"), owner.problems());
    for (String field : keys.keysInOrder()) {
      List<String> words = keys.texts(field);
      boolean isList = keys.value(field) instanceof List<?>;
      rules.put(
          field,
          switch (isList || words.isEmpty() ? "" : words.getFirst()) {
            case "sum" -> new Sum();
            case "least" -> new Extreme(true);
            case "most" -> new Extreme(false);
            default -> {
              if (!isList) {
                keys.refuse(field, Message.of("mapping.merge"), words);
              }
              yield new Preferred(words);
            }
          });
    }
    return rules;
  }

  /// An entry that was merged of these, with the fields of the whole.
  ///
  /// @param isPartial whether a row of it was rejected, whose part of a sum is unknown
  /// @param lost is called for each sum that is unknown although a part is known
  /// @throws IllegalArgumentException if they do not fit
  static Entry apply(
      Map<String, MergeRule> rules,
      List<Entry> all,
      boolean isPartial,
      Entry merged,
      Runnable lost) {
    Map<String, @Nullable Object> changed = new HashMap<>();
    rules.forEach(
        (path, rule) -> {
          List<@Nullable Object> values = new ArrayList<>();
          all.forEach(each -> values.add(part(each, path)));
          if (isPartial && rule instanceof Sum) {
            values.add(null);
          }
          if (values.stream().allMatch(Objects::isNull)) {
            return; // Another registry may know.
          }
          Object whole = rule.of(values);
          if (whole == null) {
            lost.run();
          }
          int dot = path.indexOf('.');
          String field = dot < 0 ? path : path.substring(0, dot);
          Object owner = changed.containsKey(field) ? changed.get(field) : part(merged, field);
          changed.put(field, dot < 0 ? whole : changed(owner, path.substring(dot + 1), whole));
        });
    return FieldTable.with(merged, changed);
  }

  private static @Nullable Object changed(
      @Nullable Object owner, String field, @Nullable Object value) {
    return owner == null
        ? null
        : FieldTable.with(owner, (key, before) -> key.equals(field) ? value : before);
  }

  /// The value of a field, or of a field of its value: `attributes.size`; null if unknown.
  private static @Nullable Object part(Object owner, String path) {
    int dot = path.indexOf('.');
    Object value = FieldTable.known(owner).get(dot < 0 ? path : path.substring(0, dot));
    return dot < 0 || value == null ? value : part(value, path.substring(dot + 1));
  }
}
