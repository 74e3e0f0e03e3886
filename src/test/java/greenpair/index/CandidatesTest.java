package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.read.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first stage: who gets into the fixed number of candidates, and with what.
class CandidatesTest {
  private static final Map<Code, Double> BUSES =
      Map.of(SmallCatalog.BUS, 1.0, SmallCatalog.FUEL_CELL_BUS, 0.4);

  private static final Entry NORTH = SmallCatalog.city("cn-north", "CN", "CN-BJ");
  private static final Entry WEST = SmallCatalog.city("us-west", "US", "US-CA");

  @TempDir private Path data;
  private final List<LiveIndex> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(LiveIndex::close);
  }

  private Snapshot index(List<? extends Entry> entries) throws IOException {
    GenerationStore store = new GenerationStore(data.resolve("index" + open.size()));
    SmallCatalog.publish(store, 0, entries);
    LiveIndex live = SmallCatalog.live(store);
    open.add(live);
    live.refresh();
    return live.acquire();
  }

  private static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(each -> each.id().value()).toList();
  }

  private static CandidateQuery query(
      Kind kind, Map<Code, Double> codes, String text, @Nullable CityTraits city, int depth) {
    return new CandidateQuery(kind, codes, text, city, depth);
  }

  /// The firms that are found for buses.
  private static List<String> firms(Snapshot snapshot, @Nullable CityTraits city, int depth) {
    return ids(snapshot.candidates(query(Kind.FIRM, BUSES, "", city, depth)));
  }

  private static CityTraits traits(String city, String country, String region) {
    return CityTraits.of(SmallCatalog.city(city, country, region));
  }

  @Test
  void exactTechnology_beforeASiblingWithMoreCases_isFound() throws IOException {
    List<Entry> entries =
        List.of(
            NORTH,
            SmallCatalog.firm("sibling", "Sibling", "TRN.PUB.FCB"),
            SmallCatalog.firm("exact", "Exact", "TRN.PUB.EBS"),
            SmallCatalog.deployment("d1", "cn-north", "sibling", "TRN.PUB.FCB", "C"),
            SmallCatalog.deployment("d2", "cn-north", "exact", "TRN.PUB.EBS", "C"));
    try (Snapshot snapshot = index(entries)) {
      assertEquals(List.of("exact"), firms(snapshot, null, 1));
      assertEquals(List.of("exact", "sibling"), firms(snapshot, null, 2));
    }
  }

  @Test
  void firmsWithoutTechnologyOrWord_areNotFound() throws IOException {
    try (Snapshot snapshot = index(SmallCatalog.ENTRIES)) {
      assertEquals(List.of("busmaker"), firms(snapshot, null, 10));
      assertEquals(
          List.of("lampmaker"),
          ids(snapshot.candidates(query(Kind.FIRM, Map.of(), "lamp", null, 10))));
      assertEquals(
          List.of(), ids(snapshot.candidates(query(Kind.FIRM, Map.of(), "geyser", null, 10))));
      assertEquals(List.of(), ids(snapshot.candidates(query(Kind.FIRM, Map.of(), "", null, 10))));
    }
  }

  @Test
  void firmWithACase_inTheCitysCountry_isFoundBeforeOneElsewhere() throws IOException {
    List<Entry> entries =
        List.of(
            NORTH,
            WEST,
            SmallCatalog.firm("a", "A", "TRN.PUB.EBS"),
            SmallCatalog.firm("b", "B", "TRN.PUB.EBS"),
            SmallCatalog.deployment("d1", "cn-north", "a", "TRN.PUB.EBS", "B"),
            SmallCatalog.deployment("d2", "us-west", "b", "TRN.PUB.EBS", "B"));
    try (Snapshot snapshot = index(entries)) {
      CityTraits chinese = traits("cn-south", "CN", "CN-GD");
      CityTraits american = traits("us-east", "US", "US-NY");
      assertEquals(List.of("a"), firms(snapshot, chinese, 1));
      assertEquals(List.of("b"), firms(snapshot, american, 1));
    }
  }

  @Test
  void financier_thatNamesTheCityOrItsRegion_isFoundBeforeOneOfTheCountry() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String market : List.of("CN", "CN-GD", "cn-south")) {
      entries.add(
          SmallCatalog.entry(
              "financier",
              "of-" + market,
              "Bank",
              "'technologies':['TRN.PUB.EBS'],'market':{'in':['CN','" + market + "']}"));
    }
    try (Snapshot snapshot = index(entries)) {
      CityTraits south = traits("cn-south", "CN", "CN-GD");
      CityTraits neighbour = traits("cn-elsewhere", "CN", "CN-GD");
      List<String> two = ids(snapshot.candidates(query(Kind.FINANCIER, BUSES, "", south, 2)));
      assertEquals(List.of("of-CN-GD", "of-cn-south"), two);
      assertEquals(
          List.of("of-CN-GD"),
          ids(snapshot.candidates(query(Kind.FINANCIER, BUSES, "", neighbour, 1))));
    }
  }

  @Test
  void strongerProof_isFoundFirst_plannedCasesAddNothing() throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(NORTH);
    for (String firm : List.of("none", "planned", "press", "public", "independent")) {
      entries.add(SmallCatalog.firm(firm, "Acme", "TRN.PUB.EBS"));
    }
    entries.add(SmallCatalog.deployment("d1", "cn-north", "planned", "TRN.PUB.EBS", "D"));
    entries.add(SmallCatalog.deployment("d2", "cn-north", "press", "TRN.PUB.EBS", "C"));
    entries.add(SmallCatalog.deployment("d3", "cn-north", "public", "TRN.PUB.EBS", "B"));
    entries.add(SmallCatalog.deployment("d4", "cn-north", "independent", "TRN.PUB.EBS", "A"));
    try (Snapshot snapshot = index(entries)) {
      assertEquals(List.of("independent"), firms(snapshot, null, 1));
      assertEquals(List.of("independent", "public"), firms(snapshot, null, 2));
      assertEquals(List.of("independent", "public", "press"), firms(snapshot, null, 3));
      assertEquals(
          List.of("independent", "public", "press", "none"),
          firms(snapshot, null, 4),
          "the planned case does not lift its firm above one without a case");
    }
  }

  @Test
  void candidate_carriesItsTraitsItsCasesAndItsTextScores() throws IOException {
    try (Snapshot snapshot = index(SmallCatalog.ENTRIES)) {
      Candidate found =
          snapshot.candidates(query(Kind.FIRM, BUSES, "bus maker", null, 10)).getFirst();
      assertEquals(new EntryId("busmaker"), found.id());
      assertEquals(List.of(SmallCatalog.BUS), found.traits().technologies());
      assertTrue(found.traits().verified());
      assertEquals(
          List.of("d1 cn-north B", "d2 us-west D"),
          found.precedents().stream()
              .map(each -> each.deployment() + " " + each.city().id() + " " + each.grade())
              .toList());
      assertEquals(1, found.name(), 1e-6, "both words once in names of average length");
      assertEquals(1, found.text(), 1e-6);
    }
  }

  @Seeded(runs = 5)
  void twoBuilds_ofTheSameInput_answerInTheSameOrder(Random random) throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(NORTH);
    for (int i = 0; i < 60; i++) {
      String code = random.nextBoolean() ? "TRN.PUB.EBS" : "TRN.PUB.FCB";
      entries.add(SmallCatalog.firm("f" + i, random.nextBoolean() ? "Bus" : "Maker", code));
    }
    for (int i = 0; i < 30; i++) {
      String firm = "f" + random.nextInt(60);
      entries.add(SmallCatalog.deployment("d" + i, "cn-north", firm, "TRN.PUB.EBS", "B"));
    }
    Collections.shuffle(entries, random);
    CityTraits city = traits("cn-north", "CN", "CN-BJ");
    try (Snapshot one = index(entries);
        Snapshot two = index(entries)) {
      for (int depth : new int[] {1, 10, 30, 100}) {
        CandidateQuery query = query(Kind.FIRM, BUSES, "bus", city, depth);
        assertEquals(one.candidates(query), two.candidates(query));
      }
    }
  }

  @Test
  void precedents_ofATechnology_areThoseThatProveIt() throws IOException {
    try (Snapshot snapshot = index(SmallCatalog.ENTRIES)) {
      CityTraits city = snapshot.city(SmallCatalog.id("us-west")).orElseThrow();
      List<Precedent> buses = snapshot.precedents(Set.of(SmallCatalog.BUS), city, 10);
      assertEquals(
          List.of("d1"), buses.stream().map(each -> each.deployment().value()).toList(), "not d2");
      assertEquals(Grade.B, buses.getFirst().grade());
      assertEquals("cn-north", buses.getFirst().city().id().value());
      assertEquals(
          2, snapshot.precedents(Set.of(SmallCatalog.BUS, SmallCatalog.LAMP), city, 10).size());
      assertEquals(List.of(), snapshot.precedents(Set.of(SmallCatalog.FUEL_CELL_BUS), city, 10));
    }
  }
}
