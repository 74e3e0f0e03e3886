package greenpair.index.document;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.Counter;
import org.jspecify.annotations.Nullable;

/// Content of an entry's document beyond its own record: the cities, and the deployments of
/// partners and of technologies, in the order of the source. Deployments are kept as bytes, since
/// the heap decides how large a catalog can be built.
///
/// For use by one thread.
public final class Joins {
  private final TraitsCodec codec;
  private final Map<EntryId, Text> cityNames = new HashMap<>();
  private final BytesRefArray deployments = new BytesRefArray(Counter.newCounter());
  private final Map<EntryId, List<Integer>> byCity = new HashMap<>();
  private final Map<Code, List<Integer>> byCode = new HashMap<>();
  private final Map<Kind, Map<EntryId, List<Integer>>> byPartner = new EnumMap<>(Kind.class);

  /// Deployments that refer to a missing entry and will therefore not be added.
  private final BitSet dangling = new BitSet();

  private @Nullable Integer newest;

  /// @param codec with the table into which the cities are put
  public Joins(TraitsCodec codec) {
    this.codec = codec;
    Kind.PARTNERS.forEach(kind -> byPartner.put(kind, new HashMap<>()));
  }

  /// The year of the newest deployment that proves; null if none is known.
  public @Nullable Integer newest() {
    return newest;
  }

  public void add(Entry entry) {
    switch (entry) {
      case City city -> {
        CityTable cities = codec.cities();
        cities.put(cities.ordinal(city.id()), CityTraits.of(city));
        cityNames.put(city.id(), city.name());
      }
      case Deployment deployment -> join(deployment);
      case Need _, Entry.OfPartner _, Solution _, Programme _ -> {}
    }
  }

  private void join(Deployment deployment) {
    // Its city may come later.
    Precedent precedent = Precedent.of(deployment, CityTraits.named(deployment.city()));
    Integer year = precedent.year();
    if (precedent.proves() && year != null && (newest == null || year > newest)) {
      newest = year;
    }
    int number = deployments.append(codec.pack(precedent));
    add(byCity, deployment.city(), number);
    deployment.technologies().forEach(code -> add(byCode, code, number));
    for (Kind kind : Kind.PARTNERS) {
      // A firm that is named twice has one case.
      deployment.partners(kind).stream().distinct().forEach(id -> add(of(kind), id, number));
    }
  }

  private static <K> void add(Map<K, List<Integer>> lists, K key, int number) {
    lists.computeIfAbsent(key, each -> new ArrayList<>(1)).add(number);
  }

  private Map<EntryId, List<Integer>> of(Kind kind) {
    return Objects.requireNonNull(byPartner.get(kind));
  }

  /// Drops deployments that refer to a missing entry, so that no firm has a case that is not in the
  /// index.
  public void settle(BiPredicate<Kind, EntryId> exists) {
    settle(byCity, id -> codec.cities().get(id).isPresent());
    byPartner.forEach((kind, lists) -> settle(lists, id -> exists.test(kind, id)));
  }

  private void settle(Map<EntryId, List<Integer>> lists, Predicate<EntryId> exists) {
    lists.forEach(
        (id, numbers) -> {
          if (!exists.test(id)) {
            numbers.forEach(dangling::set);
          }
        });
  }

  /// The deployments of a partner; a deployment itself.
  List<Precedent> of(Entry entry) {
    return switch (entry) {
      case Deployment deployment -> List.of(Precedent.of(deployment, city(deployment.city())));
      case Entry.OfPartner partner ->
          read(of(partner.kind()).getOrDefault(partner.id(), List.of()));
      case City _, Need _, Solution _, Programme _ -> List.of();
    };
  }

  /// Those of any of these technologies, each once.
  List<Precedent> of(Collection<Code> codes) {
    return read(
        codes.stream()
            .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
            .distinct()
            .toList());
  }

  private List<Precedent> read(List<Integer> numbers) {
    List<Precedent> found = new ArrayList<>(numbers.size());
    BytesRefBuilder spare = new BytesRefBuilder();
    for (int number : numbers) {
      if (!dangling.get(number)) {
        found.add(codec.unpackPrecedent(deployments.get(spare, number)));
      }
    }
    return found;
  }

  /// @throws IllegalStateException if there is none
  CityTraits city(EntryId id) {
    return codec
        .cities()
        .get(id)
        .orElseThrow(() -> new IllegalStateException("no city has the id " + id));
  }

  @Nullable Text cityName(EntryId id) {
    return cityNames.get(id);
  }
}
