package greenpair.registry.source.convert;

import greenpair.catalog.Deployment;
import greenpair.registry.source.value.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The parts that firms have in a deployment, where several rows or sources tell of it.
final class Parties {
  private static final String SHARE = "share";
  private static final double ALL = 100;

  private Parties() {}

  /// The parties of two rows. Where both name owners with shares and not the same, they tell of
  /// different units, and nobody knows the shares of the whole: the owners stay without.
  static List<Object> unite(Object first, Object next) {
    List<Map<String, Object>> one = list(first);
    List<Map<String, Object>> other = list(next);
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    for (List<Map<String, Object>> row : List.of(one, other)) {
      for (Map<String, Object> party : row) {
        all.merge(
            key(party),
            new LinkedHashMap<>(party),
            (old, more) -> old.containsKey(SHARE) ? old : more);
      }
    }
    Set<String> known = owners(one);
    Set<String> told = owners(other);
    boolean isUnlike = !known.isEmpty() && !told.isEmpty() && !known.equals(told);
    if (isUnlike || isMoreThanAll(all.values())) {
      all.values().stream().filter(Parties::isOwner).forEach(party -> party.remove(SHARE));
    }
    return new ArrayList<>(all.values());
  }

  /// Whether nothing is left for an owner whose share is unknown: rows before were unlike.
  private static boolean isMoreThanAll(Collection<Map<String, Object>> parties) {
    double sum = 0;
    int owners = 0;
    boolean isKnown = true;
    for (Map<String, Object> party : parties) {
      if (isOwner(party)) {
        owners++;
        isKnown &= party.containsKey(SHARE);
        sum += party.get(SHARE) instanceof Number share ? share.doubleValue() : 0;
      }
    }
    double off = Deployment.Party.ROUNDING * owners;
    return sum > ALL + off || (!isKnown && sum > ALL - off);
  }

  /// The parties of one deployment after several of its firms turned out to be one: its shares are
  /// added up.
  static List<Map<String, Object>> together(List<Map<String, Object>> parties) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    for (Map<String, Object> party : parties) {
      all.merge(key(party), new LinkedHashMap<>(party), Parties::added);
    }
    return new ArrayList<>(all.values());
  }

  private static Map<String, Object> added(Map<String, Object> old, Map<String, Object> more) {
    if (old.get(SHARE) instanceof Number one && more.get(SHARE) instanceof Number other) {
      old.put(SHARE, Math.min(ALL, one.doubleValue() + other.doubleValue()));
    } else {
      old.remove(SHARE);
    }
    return old;
  }

  private static List<Map<String, Object>> list(Object parties) {
    List<Map<String, Object>> list = new ArrayList<>();
    if (parties instanceof List<?> all) {
      all.forEach(each -> list.add(Keys.named((Map<?, ?>) each)));
    }
    return list;
  }

  /// Owners with their shares; those whose share is unknown say nothing.
  private static Set<String> owners(List<Map<String, Object>> parties) {
    Set<String> owners = new TreeSet<>();
    for (Map<String, Object> party : parties) {
      if (isOwner(party) && party.containsKey(SHARE)) {
        owners.add(key(party) + " " + party.get(SHARE));
      }
    }
    return owners;
  }

  private static boolean isOwner(Map<String, Object> party) {
    return Deployment.Role.OWNER.name().equalsIgnoreCase(String.valueOf(party.get("role")));
  }

  private static String key(Map<String, Object> party) {
    return party.get("firm") + " " + party.get("role");
  }
}
