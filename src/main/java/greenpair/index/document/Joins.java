package greenpair.index.document;

import module java.base;

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
  private final JoinedLists byCity = new JoinedLists();
  private final JoinedLists byCode = new JoinedLists();
  private final Map<Kind, JoinedLists> byPartner = new EnumMap<>(Kind.class);

  private @Nullable Integer newest;

  /// @param codec with the table into which the cities are put
  public Joins(TraitsCodec codec) {
    this.codec = codec;
    Kind.PARTNERS.forEach(kind -> byPartner.put(kind, new JoinedLists()));
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
    CityTable cities = codec.cities();
    if (cities.get(deployment.city()).isEmpty()) { // It may come later.
      cities.put(cities.ordinal(deployment.city()), CityTraits.named(deployment.city()));
    }
    Precedent precedent = Precedent.of(deployment, CityTraits.named(deployment.city()));
    Integer year = precedent.year();
    if (precedent.proves() && year != null && (newest == null || year > newest)) {
      newest = year;
    }
    int number = deployments.append(codec.pack(precedent));
    byCity.add(deployment.city().value(), number);
    deployment.technologies().forEach(code -> byCode.add(code.value(), number));
    for (Kind kind : Kind.PARTNERS) {
      // A firm that is named twice has one case.
      deployment.partners(kind).stream().distinct().forEach(id -> of(kind).add(id.value(), number));
    }
  }

  private JoinedLists of(Kind kind) {
    return Objects.requireNonNull(byPartner.get(kind));
  }

  /// The deployments of a partner; a deployment itself.
  List<Precedent> of(Entry entry) {
    return switch (entry) {
      case Deployment deployment -> List.of(Precedent.of(deployment, city(deployment.city())));
      case Entry.OfPartner partner -> read(of(partner.kind()).of(partner.id().value()));
      case City _, Need _, Solution _, Programme _ -> List.of();
    };
  }

  /// Those of any of these technologies, each once.
  List<Precedent> of(Collection<Code> codes) {
    return read(
        codes.stream()
            .flatMapToInt(code -> IntStream.of(byCode.of(code.value())))
            .distinct()
            .toArray());
  }

  private List<Precedent> read(int... numbers) {
    List<Precedent> found = new ArrayList<>(numbers.length);
    BytesRefBuilder spare = new BytesRefBuilder();
    for (int number : numbers) {
      found.add(codec.unpackPrecedent(deployments.get(spare, number)));
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
