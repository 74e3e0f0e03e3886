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
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Content of an entry's document beyond its own record: the cities, and the deployments of
/// partners and of technologies, in the order of the source.
public final class Joins {
  private final TraitsCodec codec;
  private final CityNames cityNames = new CityNames();
  private final Function<EntryId, @Nullable Text> otherNames;
  private final JoinedTable joined = new JoinedTable();
  private final JoinedLists byCode = new JoinedLists();
  private final Map<Kind, JoinedLists> byPartner = new EnumMap<>(Kind.class);

  private @Nullable Integer newest;

  /// @param codec with the table into which the cities are put
  public Joins(TraitsCodec codec, Function<EntryId, @Nullable Text> otherNames) {
    this.codec = codec;
    this.otherNames = otherNames;
    Kind.PARTNERS.forEach(kind -> byPartner.put(kind, new JoinedLists()));
  }

  CityTable cities() {
    return codec.cities();
  }

  /// The year of the newest deployment that proves; null if none is known.
  public @Nullable Integer newest() {
    return newest;
  }

  public void add(Entry entry) {
    switch (entry) {
      case City city -> {
        int ordinal = cities().ordinal(city.id());
        cities().put(ordinal, CityTraits.of(city));
        cityNames.put(ordinal, city.name());
      }
      case Deployment deployment -> join(deployment);
      case Need _, Entry.OfPartner _, Solution _, Programme _ -> {}
    }
  }

  private void join(Deployment deployment) {
    Integer year = Deployment.year(deployment.start(), deployment.end());
    boolean proves = Deployment.proves(deployment.grade(), deployment.status());
    if (proves && year != null && (newest == null || year > newest)) {
      newest = year;
    }
    int number = add(precedent(deployment));
    deployment.technologies().forEach(code -> add(code, number));
    for (Kind kind : Kind.PARTNERS) {
      // A firm that is named twice has one case.
      deployment.partners(kind).stream().distinct().forEach(id -> add(kind, id, number));
    }
  }

  /// Its city may come later.
  private static Precedent precedent(Deployment deployment) {
    return Precedent.of(deployment, CityTraits.named(deployment.city()));
  }

  private JoinedDeployment joined(Precedent precedent) {
    int city = cities().ordinal(precedent.city().id());
    return new JoinedDeployment(codec.pack(precedent), city, precedent);
  }

  /// Adds a deployment.
  ///
  /// @return its number here
  public int add(Precedent precedent) {
    return joined.add(joined(precedent));
  }

  public void add(Code code, int number) {
    byCode.add(code.value(), number);
  }

  public void add(Kind kind, EntryId partner, int number) {
    of(kind).add(partner.value(), number);
  }

  private JoinedLists of(Kind kind) {
    return java.util.Objects.requireNonNull(byPartner.get(kind));
  }

  /// Drops deployments that refer to a missing entry, so that no firm has a case that is not in the
  /// index.
  public void settle(BiPredicate<Kind, EntryId> exists) {
    joined.settle(cities()::isKnown);
    byPartner.forEach(
        (kind, lists) ->
            lists.missing(id -> exists.test(kind, new EntryId(id)), joined::markDangling));
  }

  /// The deployments of a partner; a deployment itself.
  List<JoinedDeployment> of(Entry entry) {
    return switch (entry) {
      case Deployment deployment -> List.of(joined(precedent(deployment)));
      case Entry.OfPartner partner -> joined.of(of(partner.kind()).of(partner.id().value()));
      case City _, Need _, Solution _, Programme _ -> List.of();
    };
  }

  /// Those of any of these technologies, each once.
  List<JoinedDeployment> of(Collection<Code> codes) {
    return joined.of(
        codes.stream()
            .flatMapToInt(code -> IntStream.of(byCode.of(code.value())))
            .distinct()
            .toArray());
  }

  @Nullable Text cityName(int ordinal) {
    Text name = cityNames.of(ordinal);
    return name == null ? otherNames.apply(cities().at(ordinal).id()) : name;
  }
}
