package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.Seeded;
import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Place;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.StatedPreferences;
import greenpair.index.contract.Traits;
import greenpair.registry.format.RandomEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

  /// What ranking needs of that entry, taken from the entry itself.
  private static Traits traits(Entry entry) {
    return switch (entry) {
      case Firm firm ->
          new Traits.OfFirm(
              firm.technologies(),
              firm.verified(),
              organisation(firm.partner(), firm),
              firm.role(),
              firm.roles());
      case Financier financier ->
          new Traits.OfFinancier(
              financier.technologies(),
              financier.verified(),
              organisation(financier.partner(), financier),
              financier.type(),
              financier.instruments(),
              financier.borrowers(),
              financier.memberships(),
              new DealSizes(
                  financier.ticket(), financier.deals(), Disclosure.hidesDeals(financier)));
      case Solution solution ->
          new Traits.OfSolution(
              solution.technologies(),
              solution.verified(),
              solution.readiness(),
              solution.suits(),
              solution.avoid(),
              solution.gridDependent());
      case City city -> new Traits.Other(city.technologies(), city.verified());
      case Need need -> new Traits.Other(need.technologies(), need.verified());
      case Deployment deployment ->
          new Traits.Other(deployment.technologies(), deployment.verified());
      case Expert expert ->
          new Traits.OfExpert(
              expert.technologies(),
              expert.verified(),
              organisation(expert.partner(), expert),
              expert.languages(),
              expert.profile().restricted().containsKey("days") ? null : expert.days(),
              expert.affiliation(),
              expert.declared(),
              expert.conflicts().stream().map(CodecsTest::shown).toList());
      case greenpair.catalog.Programme programme ->
          new Traits.Other(programme.technologies(), programme.verified());
    };
  }

  /// The conflict with what the gate shows of its source.
  private static Expert.Conflict shown(Expert.Conflict conflict) {
    Provenance source = conflict.source();
    return new Expert.Conflict(
        conflict.with(),
        null,
        new Provenance(
            source.source(),
            null,
            source.publisher(),
            source.published(),
            null,
            source.verified(),
            null,
            List.of()));
  }

  private static Traits.Organisation organisation(Partner partner, Entry entry) {
    Partner.Headquarters seat = partner.headquarters();
    return new Traits.Organisation(
        partner.status(),
        partner.seen(),
        !entry.profile().unverified().contains("status"),
        partner.market(),
        seat == null ? null : seat.country(),
        seat == null ? null : seat.region(),
        seat == null ? null : rounded(seat.place()),
        preferences(partner, entry));
  }

  private static @Nullable StatedPreferences preferences(Partner partner, Entry entry) {
    return partner.preferences() == null
        ? null
        : new StatedPreferences(
            partner.preferences(), entry.profile().restricted().containsKey("preferences"));
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
        byte[] packed = codec.pack(Precedent.of(deployment, CityTraits.named(city.id())));
        cities.put(cities.ordinal(city.id()), city);
        precedents.add(Precedent.of(deployment, city));
        assertEquals(precedents.getLast(), codec.unpackPrecedent(within(new BytesRef(packed))));
      }
    }
    Entry entry = entries.next();

    TraitsCodec.Unpacked back = codec.unpack(within(codec.pack(entry, precedents)));

    assertEquals(entry.id(), back.id());
    assertEquals(traits(entry), back.traits());
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
