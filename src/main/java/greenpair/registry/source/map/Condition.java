package greenpair.registry.source.map;

import greenpair.config.LinedMap;
import greenpair.config.Settings;
import greenpair.message.Message;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A condition of a mapping: every named value must pass its test.
record Condition(List<Test> tests) {
  record Test(
      String name, Kind kind, Set<String> words, Regex regex, double bound, boolean wanted) {
    Test(String name, Kind kind, Set<String> words, Regex regex, boolean wanted) {
      this(name, kind, words, regex, 0, wanted);
    }
  }

  enum Kind {
    KNOWN,
    ONE_OF,
    MATCHES,
    ABOVE
  }

  Condition {
    tests = List.copyOf(tests);
  }

  boolean holds(Row row) throws ValueFault {
    for (Test test : tests) {
      if (passes(test, row.items(test.name())) != test.wanted()) {
        return false;
      }
    }
    return true;
  }

  private static boolean passes(Test test, List<Item> items) {
    if (test.kind() == Kind.KNOWN) {
      return !items.isEmpty();
    }
    for (Item item : items) {
      boolean fits =
          switch (test.kind()) {
            case KNOWN -> true;
            case ONE_OF -> test.words().contains(Slug.fold(item.text()));
            case MATCHES -> test.regex().finds(item.text());
            case ABOVE ->
                item.value() instanceof Number number && number.doubleValue() > test.bound();
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  static Condition read(Settings owner, String key, Set<String> names) {
    List<Test> tests = new ArrayList<>();
    for (Map.Entry<String, Object> each : owner.map(key).entrySet()) {
      if (!names.contains(each.getKey())) {
        owner.refuse(key, Message.of("mapping.value"), each.getKey(), names);
      } else {
        tests.add(test(owner, key, each.getKey(), each.getValue(), true));
      }
    }
    return new Condition(tests);
  }

  private static Test test(Settings owner, String key, String name, Object value, boolean wanted) {
    if (value instanceof Map<?, ?> map) {
      Settings keys =
          new Settings(
              owner.where() + "." + key + "." + name, LinedMap.byName(map), owner.problems());
      Object not = keys.value("not");
      String pattern = keys.word("matches");
      Object bound = keys.value("above");
      keys.finish();
      if (bound instanceof Number number) {
        return new Test(name, Kind.ABOVE, Set.of(), Regex.NONE, number.doubleValue(), wanted);
      }
      if (bound != null) {
        keys.refuse("above", Message.of("usage.number"), bound);
      }
      return not != null
          ? test(owner, key, name, not, !wanted)
          : new Test(name, Kind.MATCHES, Set.of(), Regex.read(owner, key, pattern), wanted);
    }
    if (value.equals("known") || value.equals("unknown")) {
      return new Test(name, Kind.KNOWN, Set.of(), Regex.NONE, value.equals("known") == wanted);
    }
    List<?> words = value instanceof List<?> list ? list : List.of(value);
    Set<String> folded =
        words.stream().map(word -> Slug.fold(Item.text((Object) word))).collect(Collectors.toSet());
    return new Test(name, Kind.ONE_OF, folded, Regex.NONE, wanted);
  }
}
