package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.value.Place;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.registry.format.RandomEntries;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Traits, precedents and cities come back from their bytes as they were.
class CodecsTest {
  private final CityTable cities = new CityTable();
  private final TraitsCodec codec = new TraitsCodec(RandomEntries.TAXONOMY, cities);

  private static CityTraits city(String id) {
    return CityTraits.of(SmallCatalog.city(id, "CN", "CN-JL"));
  }

  private static Traits rounded(Traits traits) {
    return FieldTable.with(
        traits,
        (field, value) ->
            value instanceof Traits.Organisation seat
                ? FieldTable.with(
                    seat, (key, each) -> each instanceof Place place ? rounded(place) : each)
                : value);
  }

  /// Places are kept as floats: 2 m at most are lost.
  private static @Nullable Place rounded(@Nullable Place place) {
    return place == null ? null : new Place((float) place.lat(), (float) place.lon());
  }

  private static BytesRef within(BytesRef bytes) {
    byte[] larger = new byte[bytes.length + 2];
    System.arraycopy(bytes.bytes, bytes.offset, larger, 1, bytes.length);
    return new BytesRef(larger, 1, bytes.length);
  }

  @Seeded
  void traits_ofRandomEntries_comeBackWithTheirPrecedents(Random random) {
    RandomEntries entries = new RandomEntries(random);
    List<Precedent> precedents = new ArrayList<>();
    for (int left = random.nextInt(10); left > 0; left--) {
      if (entries.next() instanceof Deployment deployment) {
        CityTraits city = city(deployment.city().value());
        // A deployment can come before its city.
        BytesRef packed = codec.pack(Precedent.of(deployment, CityTraits.named(city.id())));
        cities.put(cities.ordinal(city.id()), city);
        precedents.add(Precedent.of(deployment, city));
        assertEquals(precedents.getLast(), codec.unpackPrecedent(within(packed)));
      }
    }
    Entry entry = entries.next();

    TraitsCodec.Unpacked back = codec.unpack(within(codec.pack(entry, precedents)));

    assertEquals(entry.id(), back.id());
    assertEquals(rounded(Traits.of(entry)), back.traits());
    assertEquals(precedents, back.precedents());
  }

  @Seeded
  void cities_ofRandomEntries_comeBackWithTheirOrdinals(Random random) {
    RandomEntries entries = new RandomEntries(random);
    CityTable after = new CityTable();
    TraitsCodec reading = new TraitsCodec(RandomEntries.TAXONOMY, after);
    List<CityTraits> written = new ArrayList<>();
    for (int left = 30; left > 0; left--) {
      if (entries.next() instanceof City city && after.get(city.id()).isEmpty()) {
        CityTraits traits = CityTraits.of(city);
        written.add(traits);
        reading.readCity(within(codec.pack(traits)));
        int ordinal = cities.ordinal(city.id());
        assertEquals(after.at(ordinal), after.get(city.id()).orElseThrow());
      }
    }
    for (CityTraits city : written) {
      CityTraits back = after.get(city.id()).orElseThrow();
      assertEquals(city.id(), back.id());
      assertEquals(city.country(), back.country());
      assertEquals(city.region(), back.region());
      assertEquals(rounded(city.place()), back.place());
      assertEquals(city.population(), back.population());
      assertEquals(city.koppen(), back.koppen());
      assertEquals(city.buildingZone(), back.buildingZone());
      assertEquals(city.heatingNetwork(), back.heatingNetwork());
      assertEquals(city.memberships(), back.memberships());
      assertEquals(city.gridFactor(), back.gridFactor());
    }
  }

  @Test
  void cityTable_whenADeploymentNamesACityBeforeItCame_knowsItOnlyAfterwards() {
    int early = cities.ordinal(new EntryId("early"));
    int other = cities.ordinal(new EntryId("other"));
    assertEquals(early, cities.ordinal(new EntryId("early")));
    assertEquals(1, other - early);
    assertEquals(Optional.empty(), cities.get(new EntryId("early")));
    assertEquals(
        "no city has the ordinal 0",
        assertThrows(IllegalStateException.class, () -> cities.at(0)).getMessage());
    cities.put(early, city("early"));
    assertEquals(city("early"), cities.at(early));
  }

  @Test
  void code_thatTheTaxonomyLacks_isRefusedWhenItIsWritten() {
    assertEquals(
        "code TRN.PUB.FCB is not in the taxonomy",
        assertThrows(
                IllegalArgumentException.class,
                () -> codec.pack(SmallCatalog.firm("a", "A", "TRN.PUB.FCB"), List.of()))
            .getMessage());
  }
}
