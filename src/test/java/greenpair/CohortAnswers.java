package greenpair;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.value.Attributes;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers about the demonstration cohort: for each city and kind, for all needs, for each need,
/// and for needs described in words.
final class CohortAnswers implements Closeable {
  /// Needs that name exactly the financiers and vendors that must not be recommended.
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

  final Recommender recommender;
  private final LiveIndex live;
  final Snapshot snapshot;
  final List<City> cities = new ArrayList<>();
  final List<Need> needs = new ArrayList<>();
  final List<Firm> firms = new ArrayList<>();
  final List<Financier> financiers = new ArrayList<>();

  /// The lines of the fixtures by kind and id, read without the program.
  final Map<String, JsonNode> lines = new HashMap<>();

  /// A request with what it got. Its whole ranking is kept only while there is room: all of them
  /// take 700 MB, which other tests need.
  record Asked(
      City city, RecommendationRequest request, Answer answer, Remade<List<Ranked>> rankings) {
    List<Ranked> ranking() {
      return rankings.get();
    }

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

  /// A value that is recomputed if it was removed from the heap.
  static final class Remade<T> {
    private final Supplier<T> making;
    private SoftReference<T> made = new SoftReference<>(null);

    Remade(Supplier<T> making) {
      this.making = making;
    }

    T get() {
      T value = made.get();
      if (value == null) {
        value = making.get();
        made = new SoftReference<>(value);
      }
      return value;
    }
  }

  final List<Asked> asked = new ArrayList<>();

  private CohortAnswers(Path data) throws IOException {
    Workbench workbench = Workbench.demonstration(data);
    live = workbench.open(data);
    recommender = workbench.recommender();
    snapshot = live.acquire();
    // The others are only places of cases and have no needs.
    snapshot.entries(Kind.CITY, 0, 1000).stream()
        .filter(each -> !snapshot.needs(each.id()).isEmpty())
        .forEach(each -> cities.add((City) each));
    snapshot.entries(Kind.NEED, 0, 1000).forEach(each -> needs.add((Need) each));
    snapshot.entries(Kind.FIRM, 0, 1000).forEach(each -> firms.add((Firm) each));
    snapshot.entries(Kind.FINANCIER, 0, 1000).forEach(each -> financiers.add((Financier) each));
    readFixtures();
    // Each wish is asked in every third city.
    List<RecommendationRequest.Described> wishes = wishes(workbench);
    for (City city : cities) {
      for (Kind kind : Kind.RANKED) {
        ask(city, RecommendationRequest.ofCity(kind, city.id(), RecommendationRequest.MAX_LIMIT));
        for (Need need : snapshot.needs(city.id())) {
          ask(
              city,
              RecommendationRequest.ofNeed(
                  kind, city.id(), need.id(), RecommendationRequest.MAX_LIMIT));
        }
        for (int at = cities.indexOf(city) % 3; at < wishes.size(); at += 3) {
          ask(city, describing(kind, city.id(), null, wishes.get(at)));
        }
      }
    }
    for (City city : List.of(described("US"), described("CN"))) {
      for (Kind kind : Kind.RANKED) {
        for (RecommendationRequest.Described described : wishes) {
          ask(city, describing(kind, null, city, described));
        }
      }
    }
  }

  static Shared<CohortAnswers> shared() {
    return new Shared<>(CohortAnswers.class, CohortAnswers::new);
  }

  private void readFixtures() throws IOException {
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

  private static List<RecommendationRequest.Described> wishes(Workbench workbench) {
    List<RecommendationRequest.Described> wishes = new ArrayList<>();
    for (String wish : WISHES) {
      wishes.add(
          new RecommendationRequest.Described(wish, List.of(), List.of(), null, Attributes.NONE));
    }
    List<Code> instruments =
        workbench.taxonomy().concepts().stream()
            .map(Concept::code)
            .filter(code -> code.root().equals("FIN"))
            .toList();
    for (String root : List.of("BLD", "ENE", "GRD", "IND", "TRN", "WST", "WTR")) {
      wishes.add(
          new RecommendationRequest.Described(
              "", List.of(new Code(root)), instruments, null, Attributes.NONE));
    }
    return wishes;
  }

  private static RecommendationRequest describing(
      Kind kind,
      @Nullable EntryId city,
      @Nullable City describedCity,
      RecommendationRequest.Described described) {
    return new RecommendationRequest(
        kind, city, describedCity, null, described, RecommendationRequest.MAX_LIMIT, false);
  }

  /// A city of which only the country is known.
  private static City described(String country) {
    Provenance source = new Provenance("the request", null, null, false, null);
    Text name = new Text("a described city", "所述城市");
    EntryId id = new EntryId("described:" + country);
    Profile profile =
        Records.make(Profile.class, "id", id, "name", name, "provenance", List.of(source));
    return Records.make(
        City.class, "profile", profile, "country", country, "memberships", List.of("C40"));
  }

  private void ask(City city, RecommendationRequest request) {
    asked.add(
        new Asked(
            city,
            request,
            recommender.recommend(request, snapshot),
            new Remade<>(() -> recommender.ranking(request, snapshot))));
  }

  Stream<Asked> of(Kind kind) {
    return asked.stream().filter(each -> each.request().kind() == kind);
  }

  Set<String> never(String country) {
    if (country.equals("US")) {
      return Facts.NEVER_IN_THE_US;
    }
    return Stream.concat(
            Facts.NEVER_IN_CHINA.stream(),
            financiers.stream()
                .filter(each -> Facts.PACE.equals(each.type()))
                .map(each -> each.id().value()))
        .collect(Collectors.toSet());
  }

  City cityOf(EntryId id) {
    return cities.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  JsonNode line(Kind kind, EntryId id) {
    return Objects.requireNonNull(lines.get(kind.word() + " " + id), kind + " " + id);
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
