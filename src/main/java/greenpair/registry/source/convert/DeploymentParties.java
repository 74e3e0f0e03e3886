package greenpair.registry.source.convert;

import greenpair.catalog.Deployment;
import greenpair.registry.source.value.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Merges the parties of a deployment that is described by several rows or sources.
final class DeploymentParties {
  static final String FIELD = "parties";
  private static final String SHARE = "share";
  private static final double ALL = 100;

  private DeploymentParties() {}

  /// The parties of two rows. If both name owners with different shares, they describe different
  /// units, and the shares of the whole are unknown: the owners remain without shares.
  static List<Object> unite(Object first, Object next) {
    Map<String, Map<String, Object>> all = both(first, next);
    Map<String, Double> known = shares(first);
    Map<String, Double> told = shares(next);
    boolean isUnlike = !known.isEmpty() && !told.isEmpty() && !known.equals(told);
    if (isUnlike || isMoreThanAll(all.values())) {
      all.values().stream()
          .filter(DeploymentParties::isOwner)
          .forEach(party -> party.remove(SHARE));
    }
    return new ArrayList<>(all.values());
  }

  /// The parties that were united row by row. If two rows differed, a later row describes another
  /// unit, and its shares are not those of the whole either.
  static List<Object> settle(Object united, List<Map<String, Object>> rows) {
    List<Map<String, Object>> all = list(united);
    long different =
        rows.stream()
            .map(row -> shares(row.get(FIELD)))
            .filter(shares -> !shares.isEmpty())
            .distinct()
            .count();
    if (different > 1) {
      all.stream().filter(DeploymentParties::isOwner).forEach(party -> party.remove(SHARE));
    }
    return new ArrayList<>(all);
  }

  /// The parties of the most trusted entry, with those that only another one names. Shares of
  /// additional owners that do not fit are unknown, and if nothing is left for them, they are not
  /// owners.
  static List<Object> fill(Object first, Object next) {
    Map<String, Map<String, Object>> all = both(first, next);
    if (isMoreThanAll(all.values())) {
      Set<String> told = shares(first).keySet();
      all.entrySet().stream()
          .filter(each -> isOwner(each.getValue()) && !told.contains(each.getKey()))
          .forEach(each -> each.getValue().remove(SHARE));
    }
    if (isMoreThanAll(all.values())) {
      Set<String> named = both(first, List.of()).keySet();
      all.entrySet().removeIf(each -> isOwner(each.getValue()) && !named.contains(each.getKey()));
    }
    return new ArrayList<>(all.values());
  }

  /// All by firm and role; the first has the word, an unknown share is filled.
  private static Map<String, Map<String, Object>> both(Object first, Object next) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    for (Object row : List.of(first, next)) {
      for (Map<String, Object> party : list(row)) {
        all.merge(key(party), party, (old, more) -> old.containsKey(SHARE) ? old : more);
      }
    }
    return all;
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
      all.merge(key(party), new LinkedHashMap<>(party), DeploymentParties::added);
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

  private static List<Map<String, Object>> list(@Nullable Object parties) {
    List<Map<String, Object>> list = new ArrayList<>();
    if (parties instanceof List<?> all) {
      all.forEach(each -> list.add(Keys.named((Map<?, ?>) each)));
    }
    return list;
  }

  /// Percent of each owner; those whose share is unknown say nothing.
  private static Map<String, Double> shares(@Nullable Object parties) {
    Map<String, Double> shares = new HashMap<>();
    for (Map<String, Object> party : list(parties)) {
      if (isOwner(party) && party.get(SHARE) instanceof Number share) {
        shares.put(key(party), share.doubleValue());
      }
    }
    return shares;
  }

  private static boolean isOwner(Map<String, Object> party) {
    return Deployment.Role.OWNER.name().equalsIgnoreCase(String.valueOf(party.get("role")));
  }

  private static String key(Map<String, Object> party) {
    return party.get("firm") + " " + party.get("role");
  }
}
