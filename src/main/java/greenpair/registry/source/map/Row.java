package greenpair.registry.source.map;

import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.ValueFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One source record with the values of a mapping, each computed when it is first asked for.
public final class Row {
  private final SourceRecord record;
  private final Map<String, ValueRule> rules;
  private final @Nullable String each;
  private final @Nullable Item chosen;
  private final Map<String, List<Item>> known = new HashMap<>();

  public Row(SourceRecord record, Map<String, ValueRule> rules) {
    this(record, rules, null, null);
  }

  private Row(
      SourceRecord record,
      Map<String, ValueRule> rules,
      @Nullable String each,
      @Nullable Item chosen) {
    this.record = record;
    this.rules = rules;
    this.each = each;
    this.chosen = chosen;
  }

  /// The same row, in which a value of many is one of them; values made from it follow.
  Row choose(String name, Item item) {
    return new Row(record, rules, name, item);
  }

  SourceRecord record() {
    return record;
  }

  /// The known items of a value; empty when it is unknown.
  List<Item> items(String name) throws ValueFault {
    if (name.equals(each)) {
      return List.of(Objects.requireNonNull(chosen));
    }
    List<Item> items = known.get(name);
    if (items == null) {
      ValueRule rule = Objects.requireNonNull(rules.get(name), name);
      try {
        items = rule.items(this);
      } catch (ValueFault e) {
        throw e.in(rule.columns().isEmpty() ? name : String.join(", ", rule.columns()));
      }
      known.put(name, items);
    }
    return items;
  }
}
