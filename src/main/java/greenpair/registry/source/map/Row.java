package greenpair.registry.source.map;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.ValueFault;

/// One source record with the values of a mapping, each computed when it is first needed.
public final class Row {
  private final SourceRecord record;
  private final Map<String, ValueRule> rules;
  private final Map<String, Item> chosen;
  private final Map<String, List<Item>> known = new HashMap<>();

  /// Values that are being computed; one that needs itself has no end.
  private final Set<String> begun = new HashSet<>();

  public Row(SourceRecord record, Map<String, ValueRule> rules) {
    this(record, rules, Map.of());
  }

  private Row(SourceRecord record, Map<String, ValueRule> rules, Map<String, Item> chosen) {
    this.record = record;
    this.rules = rules;
    this.chosen = chosen;
  }

  /// The same row with one item of a value of several; values derived from it follow.
  Row choose(String name, Item item) {
    Map<String, Item> all = new HashMap<>(chosen);
    all.put(name, item);
    return new Row(record, rules, all);
  }

  SourceRecord record() {
    return record;
  }

  /// That a value breaks a rule, with the columns and the cell from which it was read.
  ValueFault fault(String name, String text, Message rule) {
    List<String> columns = Objects.requireNonNull(rules.get(name), name).columns();
    String cell =
        columns.stream().map(record::text).filter(each -> !each.isEmpty()).findFirst().orElse(text);
    return new ValueFault(columns.isEmpty() ? name : String.join(", ", columns), cell, rule);
  }

  /// The known items of a value; empty if it is unknown.
  List<Item> items(String name) throws ValueFault {
    Item one = chosen.get(name);
    if (one != null) {
      return List.of(one);
    }
    List<Item> items = known.get(name);
    if (items == null) {
      if (!begun.add(name)) {
        throw new ValueFault(name, "", Message.of("row.cycle"));
      }
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
