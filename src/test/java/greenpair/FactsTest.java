package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Concept;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.match.Explanation;
import greenpair.match.Gate;
import greenpair.match.Opportunities;
import greenpair.match.Packages;
import greenpair.match.Ranked;
import greenpair.match.Ranker;
import greenpair.match.Recommender;
import greenpair.match.Request;
import greenpair.match.Verdict;
import greenpair.match.WeighedCase;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the facts of the demonstration cohort demand of every answer: each city is asked for each
/// kind, for all its needs, for each of them and for needs that a visitor might describe.
class FactsTest {
  private static final Set<String> NEVER_IN_THE_US =
      Set.of("adb", "aiib", "ndb", "world-bank", "gcf", "gef", "ifc-chuee", "cff", "gap-fund");

  /// The C-PACE providers join these by their type.
  private static final Set<String> NEVER_IN_CHINA = Set.of("ibank", "cec", "carb-hvip");

  private static final Code PACE = new Code("FTY.PAC");
  private static final Set<String> CLOSED =
      Set.of("proterra", "sungevity", "powin", "gig", "blocpower");

  /// Needs that name the very financiers and vendors that must not be recommended.
  private static final List<String> WISHES =
      List.of(
          "A loan of the Asian Development Bank, AIIB, NDB or World Bank for electric buses; a"
              + " grant of the Green Climate Fund, GEF or the C40 Cities Finance Facility; the Gap"
              + " Fund; IFC CHUEE energy efficiency guarantee",
          "C-PACE financing by Nuveen Green Capital, GreenRock, CleanFund or Renew Financial for"
              + " rooftop solar and retrofit; a CEC grant, CARB HVIP vouchers, an IBank loan",
          "亚洲开发银行、世界银行、绿色气候基金贷款支持纯电动公交、清洁取暖和屋顶光伏",
          "Proterra buses, Sungevity rooftop solar, Powin batteries, GIG car share, BlocPower heat"
              + " pumps in Menlo Park and Palo Alto");

  @TempDir private static Path data;
  private static Recommender recommender;
  private static LiveIndex live;
  private static Snapshot snapshot;
  private static final List<City> cities = new ArrayList<>();
  private static final List<Need> needs = new ArrayList<>();
  private static final List<Firm> firms = new ArrayList<>();
  private static final List<Financier> financiers = new ArrayList<>();

  /// The lines of the fixtures by kind and id, read without the program.
  private static final Map<String, JsonNode> lines = new HashMap<>();

  /// A request with what it got.
  private record Asked(City city, Request request, Answer answer, List<Ranked> ranking) {
    Stream<Answer.Recommendation> all() {
      return Stream.of(answer.recommendations(), answer.unproven(), answer.peers())
          .flatMap(List::stream);
    }

    Stream<Answer.Case> cases() {
      return Stream.concat(
          all().flatMap(each -> each.evidence().stream()), answer.nearest().stream());
    }

    String place() {
      return request.kind() + " for " + city.id() + ", " + request.need() + request.described();
    }
  }

  private static final List<Asked> asked = new ArrayList<>();

  @BeforeAll
  static void askEverything() throws IOException {
    Workbench workbench = new Workbench(Path.of("index-config"));
    workbench.reindex(List.of(Path.of("fixtures")), data);
    live = workbench.open(data);
    recommender = workbench.recommender();
    snapshot = live.acquire();
    snapshot.entries(Kind.CITY, 0, 1000).forEach(each -> cities.add((City) each));
    snapshot.entries(Kind.NEED, 0, 1000).forEach(each -> needs.add((Need) each));
    snapshot.entries(Kind.FIRM, 0, 1000).forEach(each -> firms.add((Firm) each));
    snapshot.entries(Kind.FINANCIER, 0, 1000).forEach(each -> financiers.add((Financier) each));
    readFixtures();
    for (City city : cities) {
      for (Kind kind : Ranker.KINDS) {
        ask(city, Request.ofCity(kind, city.id(), Request.MAX_LIMIT));
        for (Need need : snapshot.needs(city.id())) {
          ask(city, Request.ofNeed(kind, city.id(), need.id(), Request.MAX_LIMIT));
        }
        for (Request.Described described : wishes(workbench)) {
          ask(city, describing(kind, city.id(), null, described));
        }
      }
    }
    for (City city : List.of(described("US"), described("CN"))) {
      for (Kind kind : Ranker.KINDS) {
        for (Request.Described described : wishes(workbench)) {
          ask(city, describing(kind, null, city, described));
        }
      }
    }
  }

  private static void readFixtures() throws IOException {
    JsonMapper mapper = new JsonMapper();
    try (var files = Files.list(Path.of("fixtures"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        for (String text : Files.readAllLines(file)) {
          JsonNode line = mapper.readTree(text);
          lines.put(line.get("kind").asString() + " " + line.get("id").asString(), line);
        }
      }
    }
  }

  private static List<Request.Described> wishes(Workbench workbench) {
    List<Request.Described> wishes = new ArrayList<>();
    for (String wish : WISHES) {
      wishes.add(new Request.Described(wish, List.of(), List.of(), null));
    }
    List<Code> instruments =
        workbench.taxonomy().concepts().stream()
            .map(Concept::code)
            .filter(code -> code.root().equals("FIN"))
            .toList();
    for (String root : List.of("BLD", "ENE", "GRD", "IND", "TRN", "WST", "WTR")) {
      wishes.add(new Request.Described("", List.of(new Code(root)), instruments, null));
    }
    return wishes;
  }

  private static Request describing(
      Kind kind,
      @org.jspecify.annotations.Nullable EntryId city,
      @org.jspecify.annotations.Nullable City describedCity,
      Request.Described described) {
    return new Request(kind, city, describedCity, null, described, Request.MAX_LIMIT, false, false);
  }

  /// A city of which nothing is known but its country.
  private static City described(String country) {
    Provenance source = new Provenance("the request", null, null, false, null);
    Text name = new Text("a described city", "所述城市");
    EntryId id = new EntryId("described:" + country);
    Profile profile = new Profile(id, name, null, List.of(), List.of(source), Set.of());
    return new City(
        profile, country, null, null, null, null, null, null, null, null, null, List.of("C40"));
  }

  private static void ask(City city, Request request) {
    asked.add(
        new Asked(
            city,
            request,
            recommender.recommend(request, snapshot),
            recommender.ranking(request, snapshot)));
  }

  @AfterAll
  static void close() {
    snapshot.close();
    live.close();
  }

  private static Stream<Asked> of(Kind kind) {
    return asked.stream().filter(each -> each.request().kind() == kind);
  }

  // Gates

  private static Set<String> never(String country) {
    if (country.equals("US")) {
      return NEVER_IN_THE_US;
    }
    return Stream.concat(
            NEVER_IN_CHINA.stream(),
            financiers.stream()
                .filter(each -> PACE.equals(each.type()))
                .map(each -> each.id().value()))
        .collect(Collectors.toSet());
  }

  @Test
  void cohort_isThatOfTheFacts() {
    assertEquals(21, cities.size());
    assertEquals(66, needs.size());
    assertEquals(89, firms.size());
    assertEquals(38, financiers.size());
    Set<String> ids =
        financiers.stream().map(each -> each.id().value()).collect(Collectors.toSet());
    assertTrue(ids.containsAll(NEVER_IN_THE_US), ids::toString);
    assertTrue(ids.containsAll(never("CN")), ids::toString);
    assertEquals(7, never("CN").size(), "three agencies and four C-PACE providers");
    assertEquals(
        Set.of("US", "CN"), cities.stream().map(City::country).collect(Collectors.toSet()));
    assertTrue(asked.size() > 900, asked.size() + " requests");
  }

  @Test
  void financier_thatMayNotServeACountry_isNeverRecommendedThere() {
    of(Kind.FINANCIER)
        .forEach(
            each -> {
              Set<String> never = never(each.city().country());
              each.all().forEach(one -> assertFalse(never.contains(one.id().value()), each::place));
              each.ranking()
                  .forEach(one -> assertFalse(never.contains(one.id().value()), each::place));
            });
  }

  @Test
  void everyPair_ofACityAndAFinancierThatMayNotServeIt_failsTheGateOfTheMarket() {
    int pairs = 0;
    for (City city : cities) {
      Request request = Request.ofCity(Kind.FINANCIER, city.id(), 1);
      for (Financier financier : financiers) {
        if (never(city.country()).contains(financier.id().value())) {
          Answer.Recommendation explained = recommender.explain(request, financier.id(), snapshot);
          assertEquals(
              Verdict.FAIL, verdict("market", explained.gates()), city.id() + " " + financier.id());
          pairs++;
        }
      }
    }
    assertEquals(10 * 9 + 11 * 7, pairs);
  }

  private static Verdict verdict(String gate, List<Gate> gates) {
    return gates.stream()
        .filter(each -> each.gate().equals(gate))
        .map(Gate::verdict)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void financier_thatMayServeACountry_isRankedForSomeOfItsCities() {
    Map<String, Set<String>> ranked = new HashMap<>();
    of(Kind.FINANCIER)
        .forEach(
            each ->
                each.ranking()
                    .forEach(
                        one ->
                            ranked
                                .computeIfAbsent(each.city().country(), key -> new HashSet<>())
                                .add(one.id().value())));
    assertTrue(
        ranked.getOrDefault("CN", Set.of()).containsAll(NEVER_IN_THE_US),
        "the gate shuts in one country only");
    assertTrue(ranked.getOrDefault("US", Set.of()).containsAll(never("CN")));
  }

  @Test
  void opportunities_ofAFinancier_lieOnlyWhereItMayServe() {
    for (Financier financier : financiers) {
      Opportunities found =
          recommender.opportunities(Kind.FINANCIER, financier.id(), Request.MAX_LIMIT, snapshot);
      for (Opportunities.Opportunity each : found.opportunities()) {
        String country = cityOf(each.city()).country();
        assertFalse(never(country).contains(financier.id().value()), each::toString);
      }
    }
  }

  private static City cityOf(EntryId id) {
    return cities.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void packages_ofEveryNeed_holdNoneThatMayNotBeRecommended() {
    int offers = 0;
    Set<String> sellers =
        firms.stream()
            .filter(each -> !isNoSeller(each) && !CLOSED.contains(each.id().value()))
            .map(each -> each.id().value())
            .collect(Collectors.toSet());
    for (Need need : needs) {
      Packages packages = recommender.packages(need.id(), Request.MAX_LIMIT, snapshot);
      for (Packages.Offer offer : packages.packages()) {
        String country = cityOf(need.city()).country();
        assertFalse(never(country).contains(offer.financier().id().value()), offer::toString);
        assertTrue(sellers.contains(offer.firm().id().value()), offer::toString);
        assertSums(offer.explanation(), offer.score(), offer.toString());
        offers++;
      }
    }
    assertTrue(offers > 0);
  }

  @Test
  void c40Facility_inACityThatIsNoKnownMember_staysWithACaution() {
    Request request = Request.ofCity(Kind.FINANCIER, new EntryId("cn-guangzhou"), 1);
    Answer.Recommendation explained = recommender.explain(request, new EntryId("cff"), snapshot);
    assertEquals(Verdict.PASS, verdict("market", explained.gates()));
    assertEquals(Verdict.UNKNOWN, verdict("membership", explained.gates()));
    assertTrue(
        explained.cautions().stream()
            .anyMatch(each -> String.valueOf(each.en()).contains("Membership of C40")));
  }

  // Firms

  @Test
  void closedVendor_isNeverRecommendedNorALeadNorAPeer() {
    for (String id : CLOSED) {
      Firm firm = (Firm) snapshot.entry(Kind.FIRM, new EntryId(id)).orElseThrow();
      assertEquals(Partner.Status.CLOSED, firm.partner().status(), id);
    }
    of(Kind.FIRM)
        .forEach(
            each -> {
              each.all()
                  .forEach(one -> assertFalse(CLOSED.contains(one.id().value()), each::place));
              each.ranking()
                  .forEach(one -> assertFalse(CLOSED.contains(one.id().value()), each::place));
            });
  }

  @Test
  void closedVendor_whoseTechnologyIsWanted_isListedAsExcludedWithTheReason() {
    Set<String> excluded =
        of(Kind.FIRM)
            .flatMap(each -> each.answer().excluded().stream())
            .filter(each -> each.gate().equals("alive"))
            .map(each -> each.id().value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(CLOSED), excluded);
  }

  @Test
  void closedVendor_hasNoOpportunities() {
    for (String id : CLOSED) {
      assertEquals(
          List.of(),
          recommender
              .opportunities(Kind.FIRM, new EntryId(id), Request.MAX_LIMIT, snapshot)
              .opportunities());
    }
  }

  private static boolean isNoSeller(Firm firm) {
    return firm.role() == Firm.Role.OPERATOR || firm.role() == Firm.Role.ADVISER;
  }

  @Test
  void operatorOrAdviser_isAPeerAndNeverRecommended() {
    Set<EntryId> noSellers =
        firms.stream().filter(FactsTest::isNoSeller).map(Firm::id).collect(Collectors.toSet());
    assertTrue(
        noSellers.containsAll(
            Stream.of("szbg", "guangzhou-bus-group", "sgcc-js", "ebmud", "itdp")
                .map(EntryId::new)
                .toList()));
    Set<EntryId> peers = new HashSet<>();
    of(Kind.FIRM)
        .forEach(
            each -> {
              Stream.of(each.answer().recommendations(), each.answer().unproven())
                  .flatMap(List::stream)
                  .forEach(one -> assertFalse(noSellers.contains(one.id()), each::place));
              each.ranking().forEach(one -> assertFalse(noSellers.contains(one.id()), each::place));
              each.answer()
                  .peers()
                  .forEach(
                      one -> {
                        assertTrue(noSellers.contains(one.id()), each::place);
                        peers.add(one.id());
                      });
            });
    assertTrue(peers.size() > 5, peers::toString);
  }

  @Test
  void recommendedFirm_isProvenByACheckedCaseOfTheTechnology() {
    of(Kind.FIRM)
        .forEach(
            each ->
                each.answer()
                    .recommendations()
                    .forEach(
                        one ->
                            assertTrue(
                                one.evidence().stream().anyMatch(Answer.Case::verified),
                                one.id() + " " + each.place())));
  }

  // Evidence

  @Test
  void plannedCase_isNeverEvidence() {
    Set<String> shown = new HashSet<>();
    asked.forEach(
        each -> {
          each.cases()
              .forEach(
                  one -> {
                    assertFalse(one.grade().equals("D"), one.id() + " " + each.place());
                    JsonNode line = line(Kind.DEPLOYMENT, one.id());
                    assertEquals(line.get("grade").asString(), one.grade());
                    shown.add(one.grade());
                  });
          for (Ranked ranked : each.ranking()) {
            for (WeighedCase one : ranked.pairing().cases()) {
              assertTrue(
                  one.precedent().grade() != Grade.D || one.weight() == 0,
                  one.precedent().deployment() + " " + each.place());
            }
          }
        });
    assertEquals(Set.of("A", "B", "C"), shown);
  }

  @Test
  void caseOfEvidence_isShownOnceForEachEntry() {
    asked.forEach(
        each ->
            each.all()
                .forEach(
                    one -> {
                      List<EntryId> ids = one.evidence().stream().map(Answer.Case::id).toList();
                      assertEquals(Set.copyOf(ids).size(), ids.size(), one.id() + each.place());
                    }));
  }

  @Test
  void caseNearACity_isNeverShownAsInIt() {
    Set<String> near = new TreeSet<>();
    asked.forEach(
        each -> {
          each.cases()
              .forEach(
                  one -> {
                    JsonNode line = line(Kind.DEPLOYMENT, one.id());
                    boolean inCity = line.path("in_city").asBoolean(true);
                    assertEquals(inCity, one.inCity(), one.id().value());
                    if (!inCity) {
                      assertNotNull(one.location(), "says where it is instead");
                      near.add(one.id().value());
                    }
                  });
          each.all()
              .filter(one -> !one.evidence().isEmpty() && !one.evidence().getFirst().inCity())
              .forEach(one -> assertNotSaidToBeIn(one, each));
        });
    assertEquals(Set.of("d018", "d019", "d020", "d054"), near, "d029 is planned: no evidence");
  }

  private static void assertNotSaidToBeIn(Answer.Recommendation one, Asked asked) {
    Answer.Case near = one.evidence().getFirst();
    String english = String.valueOf(one.reason().en());
    String chinese = String.valueOf(one.reason().zh());
    String where = one.id() + " " + asked.place() + ": " + english + chinese;
    assertFalse(english.contains(" in " + near.cityName().en()), where);
    assertFalse(chinese.contains("在" + near.cityName().zh() + "（"), where);
    assertFalse(chinese.contains(near.cityName().zh() + "的案例"), where);
    Text location = Objects.requireNonNull(near.location());
    assertTrue(english.contains(String.valueOf(location.en())), where);
    assertTrue(chinese.contains(String.valueOf(location.zh())), where);
  }

  @Test
  void menloPark_isNeverMentionedForPaloAlto() {
    asked.stream()
        .filter(each -> each.city().id().value().equals("us-ca-paloalto"))
        .forEach(
            each ->
                texts(
                    each.answer(),
                    (path, text) ->
                        assertFalse(
                            String.valueOf(text.en()).contains("Menlo Park")
                                || String.valueOf(text.zh()).contains("门洛帕克"),
                            path)));
  }

  @Test
  void jilin_hasNoVendorYet_andIsShownTheNearestEvidence() {
    Asked jilin =
        of(Kind.FIRM)
            .filter(each -> each.city().id().value().equals("cn-jilin"))
            .filter(each -> each.request().need() == null && each.request().described() == null)
            .findFirst()
            .orElseThrow();
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, jilin.answer().outcome());
    assertEquals(List.of(), jilin.answer().recommendations());
    assertTrue(
        String.valueOf(jilin.answer().message().en())
            .startsWith("No verified vendor yet for the needs of Jilin City"));
    assertFalse(jilin.answer().nearest().isEmpty());
    jilin
        .answer()
        .nearest()
        .forEach(
            each -> {
              assertTrue(each.weight() > 0);
              assertFalse(each.city().value().equals("cn-jilin"));
            });
  }

  @Test
  void answerWithoutAnythingGood_isNotPadded() {
    Set<Kind> empty = new HashSet<>();
    asked.forEach(
        each -> {
          boolean none = each.answer().recommendations().isEmpty();
          assertEquals(
              none ? Answer.Outcome.NO_GOOD_MATCH : Answer.Outcome.MATCH,
              each.answer().outcome(),
              each.place());
          if (none) {
            empty.add(each.request().kind());
          }
        });
    assertTrue(empty.contains(Kind.FIRM));
  }

  // Explanations

  private static void assertSums(Explanation explanation, double score, String place) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Explanation.Part part : explanation.parts()) {
      BigDecimal contribution = BigDecimal.valueOf(part.contribution());
      assertTrue(contribution.stripTrailingZeros().scale() <= 6, () -> place + contribution);
      assertEquals(
          Math.round(part.weight() * part.value() * 1e6) / 1e6, part.contribution(), place);
      assertTrue(part.value() >= 0 && part.value() <= 1, place);
      sum = sum.add(contribution);
    }
    assertEquals(0, sum.compareTo(BigDecimal.valueOf(score)), () -> place + ": " + explanation);
    assertEquals(explanation.value(), score, place);
    assertTrue(score >= 0 && score <= 1, place);
  }

  @Test
  void explanation_ofEveryAnswer_addsUpToTheScoreExactly() {
    int[] sums = {0};
    asked.forEach(
        each -> {
          each.all()
              .forEach(
                  one -> {
                    assertSums(one.explanation(), one.score(), one.id() + each.place());
                    sums[0]++;
                  });
          each.ranking()
              .forEach(one -> assertSums(one.explanation(), one.score(), one.id() + each.place()));
        });
    assertTrue(sums[0] > 5000, sums[0] + " recommendations");
  }

  @Test
  void recommendations_areBestFirst_withRanksFromOne() {
    asked.forEach(
        each -> {
          List<Answer.Recommendation> list = each.answer().recommendations();
          for (int i = 0; i < list.size(); i++) {
            assertEquals(i + 1, list.get(i).rank(), each.place());
            assertTrue(i == 0 || list.get(i - 1).score() >= list.get(i).score(), each.place());
          }
        });
  }

  @Test
  void explain_ofARecommendedEntry_isTheSameAsInTheAnswer() {
    for (Asked each : asked) {
      if (each.request().need() != null && !each.answer().recommendations().isEmpty()) {
        Answer.Recommendation first = each.answer().recommendations().getFirst();
        assertEquals(
            first.explanation(),
            recommender.explain(each.request(), first.id(), snapshot).explanation(),
            each.place());
      }
    }
  }

  // Texts

  /// Gives every text in a document with the path to it.
  private static void texts(Object document, BiConsumer<String, Text> out) {
    texts("", document, out);
  }

  private static void texts(String path, Object value, BiConsumer<String, Text> out) {
    switch (value) {
      case Text text -> out.accept(path, text);
      case List<?> list -> list.forEach(each -> texts(path, each, out));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          try {
            Object part = component.getAccessor().invoke(record);
            if (part != null) {
              texts(path + "." + component.getName(), part, out);
            }
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(path, e);
          }
        }
      }
      default -> {}
    }
  }

  private static boolean hasHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /// Names of firms and financiers that their source gives in one language only.
  private static final Set<String> OWN_NAMES =
      Set.of(".recommendations.name", ".unproven.name", ".peers.name", ".excluded.name");

  @Test
  void everyText_ofEveryAnswer_isThereInBothLanguages() {
    Set<String> paths = new TreeSet<>();
    asked.forEach(
        each ->
            texts(
                each.answer(),
                (path, text) -> {
                  paths.add(path);
                  String place = path + " of " + each.place() + ": " + text;
                  String english = text.en();
                  String chinese = text.zh();
                  if (OWN_NAMES.contains(path) && (english == null || chinese == null)) {
                    return;
                  }
                  assertNotNull(english, place);
                  assertNotNull(chinese, place);
                  assertTrue(english.equals(chinese) || hasHan(chinese), place);
                  assertFalse(hasHan(english), place);
                  for (String broken : List.of("{", "}", "null", "  ", "。。", "..")) {
                    assertFalse(english.contains(broken), place);
                    assertFalse(chinese.contains(broken), place);
                  }
                }));
    assertTrue(paths.contains(".recommendations.reason"), paths::toString);
    assertTrue(paths.contains(".recommendations.gates.because"), paths::toString);
    assertTrue(paths.contains(".nearest.outcome"), paths::toString);
    assertTrue(paths.size() > 20, paths::toString);
  }

  // Sources

  private static JsonNode line(Kind kind, EntryId id) {
    return Objects.requireNonNull(lines.get(kind.word() + " " + id), kind + " " + id);
  }

  private static boolean isChecked(JsonNode line) {
    return line.get("provenance").valueStream().anyMatch(each -> each.get("verified").asBoolean());
  }

  @Test
  void memory_isNeverCheckedInTheFixtures() {
    Map<String, JsonNode> sorted = new TreeMap<>(lines);
    int memories = 0;
    for (Map.Entry<String, JsonNode> each : sorted.entrySet()) {
      for (JsonNode source : each.getValue().get("provenance")) {
        if (source.get("source").asString().startsWith("memory")) {
          assertFalse(source.get("verified").asBoolean(), each.getKey());
          memories++;
        }
      }
    }
    assertTrue(memories > 50, memories + " from memory");
  }

  @Test
  void whatIsFromMemory_isShownAsNotVerified_everywhere() {
    Set<Kind> unverified = new HashSet<>();
    asked.forEach(
        each -> {
          each.all()
              .forEach(
                  one -> {
                    JsonNode line = line(one.kind(), one.id());
                    assertEquals(isChecked(line), one.verified(), one.id() + each.place());
                    assertEquals(line.get("provenance").size(), one.sources().size());
                    if (!one.verified()) {
                      unverified.add(one.kind());
                      assertTrue(
                          one.cautions().stream()
                              .map(caution -> String.valueOf(caution.en()))
                              .anyMatch(
                                  caution ->
                                      caution.contains("has not been verified")
                                          || caution.contains("editors' own estimates")),
                          one.id() + each.place());
                    }
                  });
          each.cases()
              .forEach(
                  one -> {
                    JsonNode line = line(Kind.DEPLOYMENT, one.id());
                    assertEquals(isChecked(line), one.verified(), one.id().value());
                    assertEquals(line.get("provenance").size(), one.sources().size());
                  });
          each.answer()
              .needs()
              .forEach(
                  one -> {
                    EntryId need = one.id();
                    assertEquals(need != null && isChecked(line(Kind.NEED, need)), one.verified());
                  });
        });
    assertEquals(Set.of(Kind.FIRM, Kind.FINANCIER, Kind.SOLUTION), unverified);
  }

  @Test
  void factsOfACity_thatWereNotChecked_areNamedInItsAnswers() {
    asked.stream()
        .filter(each -> each.request().city() != null)
        .forEach(
            each -> {
              List<String> named =
                  line(Kind.CITY, each.city().id())
                      .path("unverified")
                      .valueStream()
                      .map(JsonNode::asString)
                      .sorted()
                      .toList();
              assertEquals(named, each.answer().city().unverified());
            });
  }
}
