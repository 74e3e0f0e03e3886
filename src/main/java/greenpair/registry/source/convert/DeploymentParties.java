package greenpair.registry.source.convert;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Deployment.Party;
import greenpair.catalog.FieldTable;
import org.jspecify.annotations.Nullable;

/// Merges the parties of a deployment that is described by several rows or sources.
final class DeploymentParties {
  private static final String SHARE = "share";
  private static final double ALL = 100;

  private DeploymentParties() {}

  /// The parties of two rows. Shares of which the whole has too many are those of units.
  static List<Party> unite(List<Party> first, List<Party> next) {
    Map<String, Party> all = both(first, next);
    return isMoreThanAll(all.values())
        ? all.values().stream().map(DeploymentParties::withoutShare).toList()
        : List.copyOf(all.values());
  }

  /// The parties that were united row by row. If two rows name owners with different shares, they
  /// describe different units, and the shares of the whole are unknown.
  static List<Party> settle(List<Party> united, List<List<Party>> rows) {
    long different =
        rows.stream()
            .map(DeploymentParties::shares)
            .filter(shares -> !shares.isEmpty())
            .distinct()
            .count();
    return different > 1 ? united.stream().map(DeploymentParties::withoutShare).toList() : united;
  }

  /// The parties of the most trusted entry, with those that only another one names. Shares of
  /// additional owners that do not fit are unknown, and if nothing is left for them, they are not
  /// owners.
  static List<Party> fill(List<Party> first, List<Party> next) {
    Map<String, Party> all = both(first, next);
    if (isMoreThanAll(all.values())) {
      Set<String> told = shares(first).keySet();
      all.replaceAll((key, party) -> told.contains(key) ? party : withoutShare(party));
    }
    if (isMoreThanAll(all.values())) {
      Set<String> named = both(first, List.of()).keySet();
      all.entrySet().removeIf(each -> isOwner(each.getValue()) && !named.contains(each.getKey()));
    }
    return List.copyOf(all.values());
  }

  /// All by firm and role; the first has the word, what it does not know is filled.
  private static Map<String, Party> both(List<Party> first, List<Party> next) {
    Map<String, Party> all = new LinkedHashMap<>();
    Stream.concat(first.stream(), next.stream())
        .forEach(party -> all.merge(key(party), party, DeploymentParties::filled));
    return all;
  }

  private static Party filled(Party first, Party next) {
    Map<String, Object> more = FieldTable.known(next);
    return FieldTable.with(first, (field, value) -> value == null ? more.get(field) : value);
  }

  /// Whether nothing is left for an owner whose share is unknown: rows before were unlike.
  private static boolean isMoreThanAll(Collection<Party> parties) {
    List<@Nullable Double> shares =
        parties.stream()
            .filter(DeploymentParties::isOwner)
            .<@Nullable Double>map(Party::share)
            .toList();
    double sum = shares.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
    double off = Party.ROUNDING * shares.size();
    return sum > ALL + off || (shares.contains(null) && sum > ALL - off);
  }

  /// The parties of one deployment after several of its firms turned out to be one: its shares are
  /// added up.
  static List<Party> together(List<Party> parties) {
    Map<String, Party> all = new LinkedHashMap<>();
    parties.forEach(party -> all.merge(key(party), party, DeploymentParties::added));
    return List.copyOf(all.values());
  }

  private static Party added(Party old, Party more) {
    Double one = old.share();
    Double other = more.share();
    return withShare(
        filled(old, more),
        one == null || other == null ? null : (Double) Math.min(ALL, one + other));
  }

  /// Percent of each owner; those whose share is unknown say nothing.
  private static Map<String, Double> shares(List<Party> parties) {
    Map<String, Double> shares = new HashMap<>();
    for (Party party : parties) {
      if (isOwner(party) && party.share() != null) {
        shares.put(key(party), party.share());
      }
    }
    return shares;
  }

  private static Party withoutShare(Party party) {
    return isOwner(party) ? withShare(party, null) : party;
  }

  private static Party withShare(Party party, @Nullable Double share) {
    return FieldTable.with(party, (field, value) -> field.equals(SHARE) ? share : value);
  }

  private static boolean isOwner(Party party) {
    return party.role() == Deployment.Role.OWNER;
  }

  private static String key(Party party) {
    return party.firm() + " " + party.role();
  }
}
