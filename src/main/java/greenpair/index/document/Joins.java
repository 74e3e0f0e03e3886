package greenpair.index.document;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.query.CityTraits;
import greenpair.index.query.Precedent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Content of an entry's document beyond its own record: the cities, and the deployments of
/// partners and of technologies, in the order of the source.
public final class Joins {
  private final TraitsCodec codec;
  private final CityTable cities;
  private final CityNames cityNames = new CityNames();
  private final Function<EntryId, @Nullable Text> otherNames;
  private final Map<Code, List<Joined>> byCode = new HashMap<>();
  private final Map<Kind, JoinedLists> byPartner = new EnumMap<>(Kind.class);

  /// Lists of codes, each once.
  private final Map<List<Code>, List<Code>> codes = new HashMap<>();

  private @Nullable Integer newest;

  public Joins(TraitsCodec codec) {
    this(codec, new CityTable(), id -> null);
  }

  public Joins(TraitsCodec codec, CityTable cities, Function<EntryId, @Nullable Text> otherNames) {
    this.codec = codec;
    this.cities = cities;
    this.otherNames = otherNames;
    Kind.PARTNERS.forEach(kind -> byPartner.put(kind, new JoinedLists()));
  }

  public CityTable cities() {
    return cities;
  }

  /// The year of the newest deployment that proves; null if none is known.
  public @Nullable Integer newest() {
    return newest;
  }

  public void add(Entry entry) {
    switch (entry) {
      case City city -> {
        int ordinal = cities.ordinal(city.id());
        cities.put(ordinal, CityTraits.of(city));
        cityNames.put(ordinal, city.name());
      }
      case Deployment deployment -> join(deployment);
      case Need need -> {}
      case Entry.OfPartner partner -> {}
      case Solution solution -> {}
      case greenpair.catalog.Programme programme -> {}
    }
  }

  private void join(Deployment deployment) {
    Integer year = Deployment.year(deployment.start(), deployment.end());
    boolean proves = Deployment.proves(deployment.grade(), deployment.status());
    if (proves && year != null && (newest == null || year > newest)) {
      newest = year;
    }
    Joined joined = joined(deployment);
    deployment.technologies().forEach(code -> add(code, joined));
    for (Kind kind : Kind.PARTNERS) {
      // A firm that is named twice has one case.
      deployment.partners(kind).stream().distinct().forEach(id -> add(kind, id, joined));
    }
  }

  public Joined joined(Deployment deployment) {
    int city = cities.ordinal(deployment.city());
    List<Code> shared = codes.computeIfAbsent(deployment.technologies(), Function.identity());
    return new Joined(codec.packPrecedent(deployment, city), city, deployment, shared);
  }

  public Joined joined(Precedent precedent) {
    int city = cities.ordinal(precedent.city().id());
    return new Joined(codec.packPrecedent(precedent, city), city, precedent);
  }

  public void add(Code code, Joined joined) {
    byCode.computeIfAbsent(code, key -> new ArrayList<>(1)).add(joined);
  }

  public void add(Kind kind, EntryId partner, Joined joined) {
    of(kind).add(partner, joined);
  }

  private JoinedLists of(Kind kind) {
    return java.util.Objects.requireNonNull(byPartner.get(kind));
  }

  /// Drops deployments that refer to a missing entry, so that no firm has a case that is not in the
  /// index.
  public void settle(BiPredicate<Kind, EntryId> exists) {
    byPartner.forEach(
        (kind, joined) -> joined.settle(cities::isKnown, id -> exists.test(kind, id)));
    byCode.values().forEach(list -> list.removeIf(joined -> joined.isDangling));
  }

  List<Joined> of(Entry entry) {
    return entry.kind().isPartner() ? of(entry.kind()).of(entry.id()) : List.of();
  }

  List<Joined> of(Code code) {
    return byCode.getOrDefault(code, List.of());
  }

  @Nullable Text cityName(int ordinal) {
    Text name = cityNames.of(ordinal);
    return name == null ? otherNames.apply(cities.at(ordinal).id()) : name;
  }
}
