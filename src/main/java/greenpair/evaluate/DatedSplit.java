package greenpair.evaluate;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.message.MessageException;
import org.jspecify.annotations.Nullable;

/// Splits firm-city pairs by time: deployments before a day are known, later ones are hidden, and a
/// hidden pair becomes a topic if its firm is known from another city.
///
/// The date of a pair is that of its first deployment. With the pairs in order of date, the cut is
/// the date of the pair at position floor(share x pairs). A later deployment of a known pair is
/// hidden too. A date that is too coarse to decide (`2012` for a cut on `2012-08-01`) counts as
/// hidden.
///
/// @param cut the first hidden day; null for a split by city
/// @param asked hidden pairs that a recommender can find, with the hidden deployments behind each
/// @param shown deployments that may be known, with the firms that had a part in them by then
public record DatedSplit(
    @Nullable String cut,
    Map<EntryId, Set<EntryId>> known,
    Map<Pair, Set<EntryId>> asked,
    Map<EntryId, Set<EntryId>> shown) {
  /// A firm in a city, by a deployment, on a day (`2012-08-01`, or shorter).
  public record Visit(EntryId deployment, EntryId firm, EntryId city, String date) {}

  /// A firm and a city; in order of city, then firm.
  public record Pair(EntryId city, EntryId firm) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int cities = city.compareTo(other.city);
      return cities != 0 ? cities : firm.compareTo(other.firm);
    }
  }

  public DatedSplit {
    known = Collections.unmodifiableMap(known);
    asked = Collections.unmodifiableMap(asked);
    shown = Collections.unmodifiableMap(shown);
  }

  /// Splits by the first date of each pair.
  ///
  /// @param share of the pairs that are known, in (0,1); fewer where several share the day of the
  ///     cut
  /// @throws IllegalArgumentException if all pairs have the day of the cut or a later one
  public static DatedSplit of(List<Visit> visits, double share) {
    if (!(share > 0 && share < 1)) {
      throw new MessageException(Message.of("split.share", "value", share));
    }
    List<String> days = firstDays(visits);
    String cut = days.get((int) (days.size() * share + 1e-9));
    DatedSplit split =
        of(visits, cut, each -> isBefore(each.date(), cut), each -> !isBefore(each.date(), cut));
    if (split.known.isEmpty()) {
      throw new MessageException(Message.of("split.none_before", "day", cut));
    }
    return split;
  }

  /// Splits by city where dates are unknown: of the cities in order of id, every nth is hidden with
  /// all its firms, so that its firms must be found from the other cities. With 1, each city is
  /// left out in turn: nothing is removed from the data, every city asks for its firms that are
  /// known from another city, and the recommender must hide the asking city's own deployments.
  ///
  /// @param nth from 1
  public static DatedSplit leavingOut(List<Visit> visits, int nth) {
    if (nth < 1) {
      throw new MessageException(Message.of("split.nth", "value", nth));
    }
    Set<EntryId> cities = new TreeSet<>();
    visits.forEach(each -> cities.add(each.city()));
    Set<EntryId> left = new TreeSet<>();
    int number = 0;
    for (EntryId each : cities) {
      if (++number % nth == 0) {
        left.add(each);
      }
    }
    Predicate<Visit> isLeftOut = each -> left.contains(each.city());
    return of(visits, null, nth == 1 ? each -> true : isLeftOut.negate(), isLeftOut);
  }

  private static DatedSplit of(
      List<Visit> visits,
      @Nullable String cut,
      Predicate<Visit> isKnown,
      Predicate<Visit> isHidden) {
    Map<EntryId, Set<EntryId>> known = new TreeMap<>();
    Map<EntryId, Set<EntryId>> shown = new TreeMap<>();
    Map<EntryId, Set<EntryId>> citiesOf = new HashMap<>();
    for (Visit each : visits) {
      if (isKnown.test(each)) {
        add(known, each.city(), each.firm());
        add(shown, each.deployment(), each.firm());
        add(citiesOf, each.firm(), each.city());
      }
    }
    Map<Pair, Set<EntryId>> asked = new TreeMap<>();
    for (Visit each : visits) {
      boolean isThere =
          cut != null && known.getOrDefault(each.city(), Set.of()).contains(each.firm());
      if (isHidden.test(each) && !isThere && isKnownElsewhere(each, citiesOf)) {
        asked
            .computeIfAbsent(new Pair(each.city(), each.firm()), pair -> new TreeSet<>())
            .add(each.deployment());
      }
    }
    return new DatedSplit(cut, known, asked, shown);
  }

  private static boolean isKnownElsewhere(Visit visit, Map<EntryId, Set<EntryId>> citiesOf) {
    Set<EntryId> cities = citiesOf.getOrDefault(visit.firm(), Set.of());
    return cities.size() > (cities.contains(visit.city()) ? 1 : 0);
  }

  private static void add(Map<EntryId, Set<EntryId>> sets, EntryId key, EntryId value) {
    sets.computeIfAbsent(key, id -> new TreeSet<>()).add(value);
  }

  /// The first days of all pairs, in order.
  private static List<String> firstDays(Collection<Visit> visits) {
    Map<Pair, String> first = new HashMap<>();
    for (Visit each : visits) {
      first.merge(
          new Pair(each.city(), each.firm()),
          each.date(),
          (old, more) -> old.compareTo(more) <= 0 ? old : more);
    }
    if (first.isEmpty()) {
      throw new MessageException(Message.of("split.undated"));
    }
    return first.values().stream().sorted().toList();
  }

  /// A coarse date is before a day when all that it may mean is.
  private static boolean isBefore(String date, String day) {
    return date.compareTo(day) < 0 && !day.startsWith(date);
  }
}
