package greenpair.match.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Attribute;
import greenpair.cli.Workbench;
import greenpair.cli.app.ProgressLine;
import greenpair.index.LiveIndex;
import greenpair.index.generation.RegistryPast;
import greenpair.index.read.Snapshot;
import greenpair.match.Given;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.reindex.run.ReindexRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that the past of a registry suggests.
@Tag("slow")
class PastTest {
  private static final Workbench BENCH = Workbench.small();
  private static final RankingSettings SHIPPED = Given.RULES.ranking();

  @TempDir private Path folder;

  private static String entry(String kind, String id, String more) {
    return """
    {"kind":"%s","id":"%s","name":{"en":"%s"},"provenance":[{"source":"registry","verified":true}],%s}\
    """
        .formatted(kind, id, id, more);
  }

  private static String done(int number, int city, int firm, String year, String type) {
    return entry(
        "deployment",
        "d" + number,
        """
        "technologies":["WST.ORG.AD"],"city":"c%d","firms":["f%d"],"grade":"B","status":"operating",\
        "attributes":{"project_type":["%s"]}%s\
        """
            .formatted(city, firm, type, year.isEmpty() ? "" : ",\"start\":" + year));
  }

  /// What the past makes of projects.
  private RankingSettings settings(List<String> projects) throws IOException {
    Path data = folder.resolve("data");
    publish(projects, data);
    try (LiveIndex live = BENCH.open(data);
        Snapshot snapshot = live.acquire()) {
      return BENCH.recommender().settings(snapshot);
    }
  }

  private void publish(List<String> projects, Path data) throws IOException {
    List<String> lines = new ArrayList<>();
    TreeSet<String> cities = new TreeSet<>();
    TreeSet<String> firms = new TreeSet<>();
    for (String each : projects) {
      cities.add(each.replaceAll(".*\"city\":\"(c\\d+)\".*", "$1"));
      firms.add(each.replaceAll(".*\"firms\":\\[\"(f\\d+)\".*", "$1"));
    }
    for (String city : cities) {
      int number = Integer.parseInt(city.substring(1));
      lines.add(
          entry(
              "city",
              city,
              "\"country\":\"US\",\"region\":\"%s\",\"place\":{\"lat\":%d,\"lon\":-100}"
                  .formatted(number % 2 == 0 ? "US-CA" : "US-NY", 30 + number % 18)));
    }
    firms.forEach(each -> lines.add(entry("firm", each, "\"technologies\":[\"WST.ORG.AD\"]")));
    lines.addAll(projects);
    Path file = Files.write(folder.resolve("catalog.jsonl"), lines);
    BENCH
        .reindexing(data)
        .run(ReindexRequest.of(List.of(file)), ProgressLine.onTerminal(Language.EN), Instant.now());
  }

  private static List<String> projects(int count, IntFunction<String> project) {
    return IntStream.range(0, count).mapToObj(project).toList();
  }

  private static void assertShippedWeights(RankingSettings settings) {
    assertEquals(SHIPPED.weights(), settings.weights());
  }

  @Test
  void fewProjects_keepAllAsShipped_butForTheAttributesThatTheyState() throws IOException {
    RankingSettings settings =
        settings(projects(99, i -> done(i, i, i % 9, "20" + (10 + i % 9), "heat")));
    assertEquals(
        SHIPPED.with(new RegistryPast(Set.of(Attribute.PROJECT_TYPE))).similar(),
        settings.similar());
    assertShippedWeights(settings);
  }

  @Test
  void futureYears_andManyTypes_giveSettingsAllTheSame() throws IOException {
    RankingSettings settings =
        settings(
            projects(
                300,
                i ->
                    done(i, i, i % 30, "" + (2090 + i % 9), "type" + i)
                        .replace(
                            "\"B\",\"status\":\"operating\"", "\"D\",\"status\":\"planned\"")));
    assertEquals(0, settings.similar().repeats(Attribute.PROJECT_TYPE), 0.05);
  }

  /// In the first past, a firm does one type only, in the other any.
  @Test
  void type_countsAsFarAsFirmsRepeatIt() {
    double repeated = repeats(i -> i % 10 % 2);
    double random = repeats(i -> new Random(i).nextInt(2));
    assertTrue(repeated > 0.8, "repeated " + repeated);
    assertTrue(random < 0.1, "random " + random);
  }

  private static double repeats(IntUnaryOperator type) {
    return repeats(decoded(400, i -> done(i, i, i % 10, "2015", "type" + type.applyAsInt(i))));
  }

  private static double repeats(List<Deployment> projects) {
    return Objects.requireNonNull(
        new AttributeHabits(projects)
            .over(new RegistryPast(Set.of()), SHIPPED.similar())
            .repeats()
            .get(Attribute.PROJECT_TYPE));
  }

  private static List<Deployment> decoded(int count, IntFunction<String> project) {
    return projects(count, project).stream()
        .map(each -> (Deployment) BENCH.json().decode(each.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  /// The check at publication compares with what the plain model alone predicts.
  @Test
  void check_hasBothFigures_orNoneWithoutEnoughChoices() throws IOException {
    publish(
        projects(400, i -> done(i, 2 * (i * 7919 % 150) + i % 40 % 2, i % 40, y(i), "heat")),
        folder.resolve("many"));
    Past.Check check = Objects.requireNonNull(past("many").check());
    assertTrue(check.choices() >= 60 * 0.6 - 1, "check " + check);
    assertTrue(check.ranking() > 0.05 && check.ranking() <= 1, check.toString());
    assertTrue(check.best() > 0.05 && check.best() <= 1, check.toString());
    publish(projects(150, i -> done(i, i, 0, y(i), "heat")), folder.resolve("one"));
    assertNull(past("one").check());
  }

  @Test
  void shippedWeights_stay_forAReason() throws IOException {
    assertEquals(
        Past.Verdict.NO_REGISTRY, verdict(projects(99, i -> done(i, i, i % 9, y(i), "heat"))));
    assertEquals(
        Past.Verdict.ONE_YEAR, verdict(projects(150, i -> done(i, i, i % 9, "2015", "heat"))));
    assertEquals(Past.Verdict.ONE_YEAR, verdict(projects(150, i -> done(i, i, i % 9, "", "heat"))));
    assertEquals(
        Past.Verdict.FEW_CHOICES, verdict(projects(150, i -> done(i, i, 0, y(i), "heat"))));
  }

  private Past.Verdict verdict(List<String> projects) throws IOException {
    Path data = Files.createTempDirectory(folder, "verdict");
    publish(projects, data);
    return past(data.getFileName().toString()).verdict();
  }

  private static String y(int number) {
    return "" + (2000 + number / 20);
  }

  private Past.Finding past(String data) {
    try (LiveIndex live = BENCH.open(folder.resolve(data));
        Snapshot snapshot = live.acquire()) {
      return BENCH.recommender().past(snapshot);
    }
  }

  @Test
  void settings_areReadFromTheManifestAsTheyWereFound() throws IOException {
    publish(
        projects(400, i -> done(i, 2 * (i * 7919 % 150) + i % 40 % 2, i % 40, y(i), "heat")),
        folder.resolve("kept"));
    try (LiveIndex live = BENCH.open(folder.resolve("kept"));
        Snapshot snapshot = live.acquire()) {
      RegistryPast found = BENCH.recommender().past(snapshot).settings();
      assertEquals(found, snapshot.manifest().past());
      RankingSettings settings = BENCH.recommender().settings(snapshot);
      assertEquals(SHIPPED.with(found).weights(), settings.weights());
      assertEquals(SHIPPED.with(found).similar(), settings.similar());
      for (Side side : Side.values()) {
        double sum =
            settings.weights(Kind.FIRM, side).values().stream().mapToDouble(each -> each).sum();
        assertEquals(1, sum, 1e-9);
      }
    }
  }

  /// Each firm is chosen in four years, and a new one follows it. The registry ends in 2019, but
  /// for a wrong date, and ages count from then.
  @Seeded(runs = 1)
  void firmsThatVanish_shortenTheHalfLifeToTwoYearsAtLeast(Random random) throws IOException {
    RankingSettings settings =
        settings(
            projects(
                400,
                i -> {
                  int firm = 5 * (i / 40) + random.nextInt(10);
                  int year = i == 399 ? 2026 : 2000 + i / 20;
                  return done(i, random.nextInt(150), firm, "" + year, "heat");
                }));
    double left = settings.places().fading().after(4);
    assertTrue(left < SHIPPED.places().fading().after(4), "left after four years " + left);
    assertTrue(left >= 0.25, "left after four years " + left);
    assertEquals(2019, settings.places().from(2026));
    assertEquals(2026, SHIPPED.places().from(2026));
  }

  /// As many firms are chosen again as they have projects, of whatever age: 70 years of plants that
  /// still run.
  @Seeded(runs = 1)
  void workThatNeverAges_lengthensTheHalfLife(Random random) throws IOException {
    List<Integer> firms = new ArrayList<>();
    RankingSettings settings =
        settings(
            projects(
                840,
                i -> {
                  boolean isNew = i < 20 || random.nextInt(10) == 0;
                  firms.add(isNew ? i : firms.get(random.nextInt(i)));
                  return done(i, random.nextInt(150), firms.get(i), "" + (1950 + i / 12), "heat");
                }));
    double left = settings.places().fading().after(16);
    assertTrue(left > SHIPPED.places().fading().after(16), "left after 16 years " + left);
  }

  /// A large registry is sampled; 21,000 types of which none is repeated do not count.
  @Test
  void manyDeployments_areSampled_andManyTypes_doNotCount() throws IOException {
    publish(projects(1_000, i -> done(i, i, i * 7919 % 300, "", "type")), folder.resolve("large"));
    List<Deployment> all =
        decoded(
            21_000,
            i -> {
              String year = i < 1_000 ? "" + (1990 + i / 33) : "";
              return done(i, i % 1_000, i * 7919 % 300, year, "type" + i);
            });
    try (LiveIndex live = BENCH.open(folder.resolve("large"));
        Snapshot snapshot = live.acquire()) {
      assertEquals(480 * 20_000 / 21_000, new PastChoices(all, snapshot).count());
    }
    assertEquals(0, repeats(all), 0.05);
  }
}
