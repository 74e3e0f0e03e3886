package greenpair.evaluate;

import greenpair.catalog.EntryId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Splits who-went-where by time: the oldest firm-city pairs are known, the newest are hidden, and
/// a hidden pair is asked for when its firm is known and not yet in that city.
///
/// The date of a pair is its first. Pairs are ordered by date, then firm, then city; `known` is
/// the floor of share x pairs.
///
/// @param known firms by city
/// @param hidden firms that went to a city first in the hidden time, by city
/// @param asked hidden pairs that a recommender can find: the firm is known from another city
public record DatedSplit(
    Map<EntryId, Set<EntryId>> known,
    Map<EntryId, Set<EntryId>> hidden,
    Map<EntryId, Set<EntryId>> asked) {
  /// A firm in a city on a day (`2012-08-01`, or shorter).
  public record Visit(EntryId firm, EntryId city, String date) {}

  private record Pair(EntryId firm, EntryId city) {}

  /// Splits by the first date of each pair.
  ///
  /// @param share of the pairs that are known, in (0,1)
  public static DatedSplit of(List<Visit> visits, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share is between 0 and 1; got " + share);
    }
    Map<Pair, String> first = new HashMap<>();
    for (Visit each : visits) {
      first.merge(
          new Pair(each.firm(), each.city()),
          each.date(),
          (old, more) -> old.compareTo(more) <= 0 ? old : more);
    }
    List<Map.Entry<Pair, String>> pairs = new ArrayList<>(first.entrySet());
    pairs.sort(
        Map.Entry.<Pair, String>comparingByValue()
            .thenComparing(pair -> pair.getKey().firm())
            .thenComparing(pair -> pair.getKey().city()));
    int count = (int) (pairs.size() * share);
    Map<EntryId, Set<EntryId>> known = new TreeMap<>();
    Map<EntryId, Set<EntryId>> hidden = new TreeMap<>();
    Set<EntryId> firms = new TreeSet<>();
    for (int at = 0; at < pairs.size(); at++) {
      Pair pair = pairs.get(at).getKey();
      (at < count ? known : hidden)
          .computeIfAbsent(pair.city(), city -> new TreeSet<>())
          .add(pair.firm());
      if (at < count) {
        firms.add(pair.firm());
      }
    }
    return of(known, hidden, firms);
  }

  private static DatedSplit of(
      Map<EntryId, Set<EntryId>> known, Map<EntryId, Set<EntryId>> hidden, Set<EntryId> firms) {
    Map<EntryId, Set<EntryId>> asked = new TreeMap<>();
    hidden.forEach(
        (city, gone) -> {
          Set<EntryId> both = new TreeSet<>(gone);
          both.retainAll(firms);
          if (!both.isEmpty()) {
            asked.put(city, both);
          }
        });
    return new DatedSplit(known, hidden, asked);
  }

  /// Splits by city where dates are unknown: of the cities in order of id, every nth is hidden
  /// with all its firms, so that its firms must be found from the other cities. With 1 each city is
  /// left out in its turn: nothing is taken away, and every city asks for its firms that are known
  /// from another one; whoever answers has to hide the asking city's own.
  ///
  /// @param nth from 1
  public static DatedSplit leavingOut(List<Visit> visits, int nth) {
    if (nth < 1) {
      throw new IllegalArgumentException("every nth city is hidden, from 1; got " + nth);
    }
    Map<EntryId, Set<EntryId>> all = new TreeMap<>();
    visits.forEach(
        each -> all.computeIfAbsent(each.city(), city -> new TreeSet<>()).add(each.firm()));
    if (nth == 1) {
      return of(all, all, elsewhere(all));
    }
    Map<EntryId, Set<EntryId>> known = new TreeMap<>();
    Map<EntryId, Set<EntryId>> hidden = new TreeMap<>();
    Set<EntryId> firms = new TreeSet<>();
    int number = 0;
    for (Map.Entry<EntryId, Set<EntryId>> each : all.entrySet()) {
      boolean hides = ++number % nth == 0;
      (hides ? hidden : known).put(each.getKey(), each.getValue());
      if (!hides) {
        firms.addAll(each.getValue());
      }
    }
    return of(known, hidden, firms);
  }

  /// Firms of two cities or more: wherever one is left out, another knows them.
  private static Set<EntryId> elsewhere(Map<EntryId, Set<EntryId>> all) {
    Set<EntryId> once = new TreeSet<>();
    Set<EntryId> more = new TreeSet<>();
    all.values()
        .forEach(firms -> firms.stream().filter(firm -> !once.add(firm)).forEach(more::add));
    return more;
  }

  public DatedSplit {
    known = Collections.unmodifiableMap(known);
    hidden = Collections.unmodifiableMap(hidden);
    asked = Collections.unmodifiableMap(asked);
  }

  /// All firms that are known from some city.
  public Set<EntryId> firms() {
    Set<EntryId> firms = new TreeSet<>();
    known.values().forEach(firms::addAll);
    return firms;
  }

  /// Hidden pairs that are asked for.
  public int size() {
    return asked.values().stream().mapToInt(Set::size).sum();
  }

  /// The candidates of a city: known firms that are not known there.
  public List<EntryId> candidates(EntryId city) {
    Set<EntryId> all = firms();
    all.removeAll(known.getOrDefault(city, Set.of()));
    return List.copyOf(all);
  }

  /// The rankings of "what most cities have": candidates by the number of known cities, ties by id.
  ///
  /// @param near cities that count first, given the asking city; the rest breaks ties
  public Map<EntryId, List<EntryId>> popularity(
      java.util.function.BiPredicate<EntryId, EntryId> near) {
    Map<EntryId, Long> everywhere = count(city -> true);
    Map<EntryId, List<EntryId>> rankings = new TreeMap<>();
    for (EntryId city : asked.keySet()) {
      Map<EntryId, Long> here = count(other -> near.test(city, other));
      List<EntryId> ranking = new ArrayList<>(candidates(city));
      ranking.sort(
          Comparator.<EntryId>comparingLong(firm -> -here.getOrDefault(firm, 0L))
              .thenComparingLong(firm -> -everywhere.getOrDefault(firm, 0L))
              .thenComparing(Comparator.naturalOrder()));
      rankings.put(city, ranking);
    }
    return rankings;
  }

  private Map<EntryId, Long> count(java.util.function.Predicate<EntryId> counts) {
    Map<EntryId, Long> count = new HashMap<>();
    known.forEach(
        (city, there) -> {
          if (counts.test(city)) {
            there.forEach(firm -> count.merge(firm, 1L, Long::sum));
          }
        });
    return count;
  }
}
