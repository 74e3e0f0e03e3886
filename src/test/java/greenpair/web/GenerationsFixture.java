package greenpair.web;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.registry.format.CatalogJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own for each test, whose generations the test publishes.
abstract class GenerationsFixture {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final long PAUSE = Duration.ofMillis(5).toNanos();
  static final String OAKLAND = "/api/v1/cities/us-ca-oakland";

  @TempDir Path data;
  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  GatedCodec codec;
  Cohort cohort;
  Client client;

  @BeforeEach
  void start() {
    codec = new GatedCodec(new CatalogJson(CohortRules.READ.taxonomy()));
    cohort = new Cohort(data, Cohort.SETTINGS, codec, now::get);
    cohort.server.start("127.0.0.1", 0);
    client = cohort.client();
  }

  @AfterEach
  void stop() {
    codec.letGo();
    cohort.close();
  }

  List<Entry> without(String id) {
    return cohort.fixtures().stream().filter(each -> !each.id().value().equals(id)).toList();
  }

  /// The cohort without a city and all that refers to it.
  List<Entry> withoutCity(String id) {
    return without(id).stream()
        .filter(
            each ->
                switch (each) {
                  case Need need -> !need.city().value().equals(id);
                  case Deployment deployment -> !deployment.city().value().equals(id);
                  case City city -> true;
                  case Firm firm -> true;
                  case Financier financier -> true;
                  case Solution solution -> true;
                  case Programme programme -> true;
                  case Expert expert -> true;
                })
        .map(each -> each instanceof Programme programme ? without(programme, id) : each)
        .toList();
  }

  private static Entry without(Programme programme, String city) {
    return new Programme(
        programme.profile(),
        programme.participants().stream()
            .filter(each -> !each.city().value().equals(city))
            .toList(),
        programme.organisers(),
        programme.since(),
        programme.until(),
        programme.website(),
        programme.contact());
  }

  String served() {
    Client.Reply ready = client.get("/readyz");
    return ready.status() == 200 ? ready.json().get("generation").stringValue() : "";
  }

  void awaitServed(String generation) {
    await("generation " + generation + " is not served", () -> served().equals(generation));
  }

  static void await(String otherwise, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
