package greenpair.plan.pairs;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.solve.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses pairs among all that two sides can form.
public final class PairMatcher {
  private static final double MILLIONTHS = 1e6;

  private final List<EntryId> ones;
  private final List<EntryId> others;
  private final Map<EntryId, Map<EntryId, CityPair>> pairs = new HashMap<>();

  /// @param pairs every city of one side with every city of the other
  public PairMatcher(List<CityPair> pairs) {
    this.ones = pairs.stream().map(CityPair::one).distinct().sorted().toList();
    this.others = pairs.stream().map(CityPair::other).distinct().sorted().toList();
    pairs.forEach(
        each ->
            this.pairs.computeIfAbsent(each.one(), key -> new HashMap<>()).put(each.other(), each));
    if ((long) ones.size() * others.size() != pairs.size()) {
      throw new IllegalArgumentException(
          "each of %d cities must have a pair with each of %d, but there are %d pairs"
              .formatted(ones.size(), others.size(), pairs.size()));
    }
  }

  private CityPair pair(EntryId one, EntryId other) {
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(pairs.get(one)).get(other));
  }

  /// The pairs with the largest total value, a [Transport]; no other choice has a larger one.
  ///
  /// @param perCity pairs that a city takes part in at most, from 1
  public List<CityPair> best(int perCity) {
    check(perCity);
    int[] start = new int[ones.size() + 1];
    int[] column = new int[ones.size() * others.size()];
    long[] gain = new long[column.length];
    for (int r = 0; r < ones.size(); r++) {
      for (int c = 0; c < others.size(); c++) {
        column[r * others.size() + c] = c;
        gain[r * others.size() + c] =
            Math.round(MILLIONTHS * pair(ones.get(r), others.get(c)).value());
      }
      start[r + 1] = (r + 1) * others.size();
    }
    boolean[] used =
        new Transport(
                start,
                column,
                gain,
                full(ones.size(), perCity),
                new int[ones.size()],
                full(others.size(), perCity),
                new int[others.size()])
            .solve();
    List<CityPair> chosen = new ArrayList<>();
    for (int a = 0; a < used.length; a++) {
      if (used[a]) {
        chosen.add(pair(ones.get(a / others.size()), others.get(a % others.size())));
      }
    }
    return sorted(chosen);
  }

  /// Pairs that no two cities would rather leave for each other: deferred acceptance, the first
  /// side proposing (Gale and Shapley, American Mathematical Monthly 69, 1962), with as many places
  /// as `perCity`. A city that states no preferences has those of the values; one that states some
  /// takes these first, in their order, and the others after them by value.
  ///
  /// @param preferences by city, best first
  /// @throws IllegalArgumentException if a preference names a city that is not of the other side
  public List<CityPair> stable(Map<EntryId, List<EntryId>> preferences, int perCity) {
    check(perCity);
    preferences.forEach(this::check);
    Map<EntryId, List<EntryId>> wishes = wishes(preferences);
    Map<EntryId, List<EntryId>> held = new HashMap<>();
    others.forEach(each -> held.put(each, new ArrayList<>()));
    Map<EntryId, Integer> next = new HashMap<>();
    List<EntryId> free = new ArrayList<>();
    for (int i = 0; i < perCity; i++) {
      free.addAll(ones);
    }
    while (!free.isEmpty()) {
      EntryId one = free.removeLast();
      int at = next.merge(one, 1, Integer::sum) - 1;
      if (at >= others.size()) {
        continue; // It has asked all.
      }
      EntryId other = of(wishes, one).get(at);
      List<EntryId> holds = of(held, other);
      holds.add(one);
      if (holds.size() > perCity) {
        holds.sort(Comparator.comparingInt(of(wishes, other)::indexOf));
        free.add(holds.removeLast());
      }
    }
    List<CityPair> chosen = new ArrayList<>();
    held.forEach((other, holds) -> holds.forEach(one -> chosen.add(pair(one, other))));
    return sorted(chosen);
  }

  /// Two cities that would rather have each other than what they have; none if the pairs are
  /// stable.
  public Optional<CityPair> blocking(
      List<CityPair> chosen, Map<EntryId, List<EntryId>> preferences, int perCity) {
    Map<EntryId, List<EntryId>> wishes = wishes(preferences);
    Map<EntryId, List<EntryId>> has = new HashMap<>();
    for (CityPair each : chosen) {
      has.computeIfAbsent(each.one(), key -> new ArrayList<>()).add(each.other());
      has.computeIfAbsent(each.other(), key -> new ArrayList<>()).add(each.one());
    }
    for (EntryId one : ones) {
      for (EntryId other : others) {
        if (!has.getOrDefault(one, List.of()).contains(other)
            && wants(one, other, has, wishes, perCity)
            && wants(other, one, has, wishes, perCity)) {
          return Optional.of(pair(one, other));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean wants(
      EntryId city,
      EntryId other,
      Map<EntryId, List<EntryId>> has,
      Map<EntryId, List<EntryId>> wishes,
      int perCity) {
    List<EntryId> own = has.getOrDefault(city, List.of());
    List<EntryId> order = of(wishes, city);
    return own.size() < perCity
        || own.stream().anyMatch(each -> order.indexOf(each) > order.indexOf(other));
  }

  /// The order in which each city wants the cities of the other side.
  Map<EntryId, List<EntryId>> wishes(Map<EntryId, List<EntryId>> preferences) {
    Map<EntryId, List<EntryId>> wishes = new HashMap<>();
    for (EntryId one : ones) {
      wishes.put(one, wish(one, others, preferences, other -> pair(one, other).value()));
    }
    for (EntryId other : others) {
      wishes.put(other, wish(other, ones, preferences, one -> pair(one, other).value()));
    }
    return wishes;
  }

  private static List<EntryId> wish(
      EntryId city,
      List<EntryId> all,
      Map<EntryId, List<EntryId>> preferences,
      java.util.function.ToDoubleFunction<EntryId> value) {
    List<EntryId> wish = new ArrayList<>(preferences.getOrDefault(city, List.of()));
    all.stream()
        .filter(each -> !wish.contains(each))
        .sorted(Comparator.comparingDouble(value).reversed().thenComparing(each -> each))
        .toList()
        .forEach(wish::add);
    return wish;
  }

  private void check(EntryId city, List<EntryId> wished) {
    boolean first = ones.contains(city);
    if (!first && !others.contains(city)) {
      throw refused("pairs.not_paired", city, city, "");
    }
    List<EntryId> side = first ? others : ones;
    for (EntryId each : wished) {
      if (!side.contains(each)) {
        List<String> known = side.stream().map(EntryId::value).toList();
        throw refused("pairs.not_other_side", city, each, Message.near(each.value(), known));
      }
    }
    if (wished.stream().distinct().count() < wished.size()) {
      throw refused("pairs.twice", city, city, "");
    }
  }

  private static ImpossibleException refused(
      String key, EntryId city, EntryId wished, Object near) {
    return new ImpossibleException(
        List.of(Message.of(key, "city", city, "wished", wished, "near", near).text()));
  }

  private static List<EntryId> of(Map<EntryId, List<EntryId>> lists, EntryId city) {
    return java.util.Objects.requireNonNull(lists.get(city));
  }

  private static void check(int perCity) {
    if (perCity < 1) {
      throw new IllegalArgumentException(
          "pairs of a city must be an integer of at least 1, but was " + perCity);
    }
  }

  private static int[] full(int count, int value) {
    int[] full = new int[count];
    java.util.Arrays.fill(full, value);
    return full;
  }

  private static List<CityPair> sorted(List<CityPair> pairs) {
    return pairs.stream()
        .sorted(Comparator.comparing(CityPair::one).thenComparing(CityPair::other))
        .toList();
  }

  /// A need, as seen by a pair of cities.
  public record CityNeed(EntryId need, Text name, List<Code> technologies) {
    public CityNeed {
      technologies = List.copyOf(technologies);
    }
  }
}
