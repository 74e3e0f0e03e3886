package greenpair.registry.source.map;

import greenpair.config.Settings;
import greenpair.message.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds values of a mapping that are made from themselves.
final class ValueCycles {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final Map<String, Set<String>> uses = new HashMap<>();
  private final Settings keys;

  ValueCycles(Map<String, Object> rules, Settings keys) {
    this.keys = keys;
    rules.forEach((name, rule) -> uses.put(name, used(rule, rules.keySet())));
  }

  private static Set<String> used(Object rule, Set<String> names) {
    Set<String> used = new TreeSet<>();
    if (rule instanceof Map<?, ?> map) {
      for (String key : Set.of("text", "without", "country", "region")) {
        Matcher braces = Pattern.compile("\\{([^{}]*)\\}").matcher(String.valueOf(map.get(key)));
        while (braces.find()) {
          Matcher name = NAME.matcher(braces.group(1));
          if (name.lookingAt()) {
            used.add(name.group());
          }
        }
      }
      if (map.get("when") instanceof Map<?, ?> when) {
        when.keySet().forEach(name -> used.add(String.valueOf(name)));
      }
    }
    used.retainAll(names);
    return used;
  }

  void check() {
    for (String name : new TreeSet<>(uses.keySet())) {
      if (reaches(name, name, new HashSet<>())) {
        keys.problem("values", Message.of("mapping.cycle", "name", name));
      }
    }
  }

  private boolean reaches(String from, String to, Set<String> seen) {
    for (String next : uses.getOrDefault(from, Set.of())) {
      if (next.equals(to) || (seen.add(next) && reaches(next, to, seen))) {
        return true;
      }
    }
    return false;
  }
}
