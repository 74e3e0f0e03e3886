package greenpair.registry.source.map;

import module java.base;

import greenpair.config.LinedMap;
import greenpair.config.Settings;
import greenpair.message.Message;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;

/// A condition of a mapping: every named value must pass its test, of the items that are known.
record Condition(Map<String, Predicate<List<Item>>> tests) {
  boolean holds(Row row) throws ValueFault {
    for (Map.Entry<String, Predicate<List<Item>>> each : tests.entrySet()) {
      if (!each.getValue().test(row.items(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  static Condition read(Settings owner, String key, Set<String> names) {
    Map<String, Predicate<List<Item>>> tests = new LinkedHashMap<>();
    owner
        .map(key)
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                owner.refuse(key, Message.of("mapping.value"), name, names);
              } else {
                tests.put(name, test(owner, key, name, value));
              }
            });
    return new Condition(tests);
  }

  private static Predicate<List<Item>> any(Predicate<Item> fits) {
    return items -> items.stream().anyMatch(fits);
  }

  private static Predicate<List<Item>> test(Settings owner, String key, String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      String where = owner.where() + "." + key + "." + name;
      Settings keys = new Settings(where, LinedMap.byName(map), owner.problems());
      Object not = keys.value("not");
      String pattern = keys.word("matches");
      Object bound = keys.value("above");
      keys.finish();
      if (bound instanceof Number least) {
        return any(
            item ->
                item.value() instanceof Number number
                    && number.doubleValue() > least.doubleValue());
      }
      if (bound != null) {
        keys.refuse("above", Message.of("usage.number"), bound);
      }
      Regex regex = Regex.read(owner, key, pattern);
      return not != null
          ? test(owner, key, name, not).negate()
          : any(item -> regex.finds(item.text()));
    }
    if (value.equals("known") || value.equals("unknown")) {
      return items -> items.isEmpty() == value.equals("unknown");
    }
    List<?> words = value instanceof List<?> list ? list : List.of(value);
    Set<String> folded =
        words.stream().map(word -> Slug.fold(Item.text((Object) word))).collect(Collectors.toSet());
    return any(item -> folded.contains(Slug.fold(item.text())));
  }
}
