package greenpair.web.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.follow.FakeCatalog;
import greenpair.follow.FollowRun;
import greenpair.program.ProgramStore;
import greenpair.program.access.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.follow.Change;
import greenpair.program.follow.Delivery;
import greenpair.program.follow.Follow;
import greenpair.program.follow.Subscriber;
import greenpair.program.introduction.OutgoingMail;
import greenpair.registry.CatalogJson;
import greenpair.registry.config.ConfigFolder;
import greenpair.web.http.Json;
import greenpair.web.mail.MailServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes from the catalog to the people, while the server ends at any moment.
class CourierTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Stamp LI = new Stamp("Li", NOW);
  private static final int GENERATIONS = 50;

  /// The end of the process.
  private static final class Ended extends Error {
    private static final long serialVersionUID = 1;
  }

  @TempDir private Path data;
  private ProgramStore store;
  private final FakeCatalog catalog = new FakeCatalog();
  private Instant now = NOW;

  /// Steps until the process ends; below 0 for never.
  private int left = -1;

  private final List<String> mailed = new ArrayList<>();
  private final Map<String, String> hooked = new HashMap<>();
  private final Json json =
      new Json(new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy()));

  @BeforeEach
  void open() {
    store = new ProgramStore(DatabaseSettings.sqlite(data));
    store.open();
    catalog.step = this::step;
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void step() {
    if (left == 0) {
      throw new Ended();
    }
    left--;
  }

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          step();
          return now;
        }
      };

  private MailServer.Outcome mail(Delivery delivery, Subscriber to) {
    step();
    mailed.add(delivery.id());
    step();
    return new MailServer.Outcome.Taken();
  }

  private MailServer.Outcome hook(Delivery delivery, Subscriber to) {
    step();
    String earlier = hooked.put(delivery.id(), delivery.body());
    assertTrue(earlier == null || earlier.equals(delivery.body()));
    step();
    return new MailServer.Outcome.Taken();
  }

  private void run() {
    new Courier(
            store,
            new FollowRun(store, catalog, clock, 30),
            new Digest(json, "https://greenpair.example.org"),
            Map.of(Delivery.Channel.MAIL, this::mail, Delivery.Channel.WEBHOOK, this::hook),
            clock)
        .run();
  }

  private String person(String name) {
    return store.write(
        all -> {
          String id =
              all.tokens()
                  .create(name, Role.READER, Set.of(), NOW.plus(Duration.ofDays(900)), NOW)
                  .token()
                  .id();
          Subscriber who = all.subscribers().saw("token " + id, Language.ZH, NOW);
          all.subscribers()
              .choose(
                  who,
                  Language.ZH,
                  name + "@example.org",
                  "https://example.org/" + name,
                  Subscriber.Digest.EACH);
          return "token " + id;
        });
  }

  private void follow(String person, Follow.Sort sort, String what) {
    Optional<Follow> made =
        store.write(all -> all.follows().add(person, sort, what, new Text(what, null), LI));
    assertTrue(made.isPresent());
  }

  private List<Change> changes(@Nullable String person) {
    return store.read(all -> all.changes().list(person, Page.NEWEST, 10_000)).items();
  }

  private static String told(Change change) {
    return change.finding().sort()
        + " "
        + change.finding().entry()
        + " "
        + change.finding().arguments().getOrDefault("id", "");
  }

  private void expect(Map<String, Integer> expected, String... parts) {
    expected.merge(String.join(" ", parts), 1, Integer::sum);
  }

  /// Li follows a city, Wang a need, a firm and a search; what is done to the catalog has known
  /// consequences for each.
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void fiftyGenerations_withCrashesAtEachStep_tellEachChangeOnce(long seed) {
    Random random = new Random(seed);
    catalog.city("jilin");
    catalog.city("oakland");
    for (String need : List.of("n1", "n2", "n3")) {
      catalog.need(need, need.equals("n3") ? "oakland" : "jilin", Need.State.OPEN, null);
    }
    catalog.firm("byd", "BYD", Partner.Status.ACTIVE);
    catalog.publish();
    run();
    String li = person("Li");
    String wang = person("Wang");
    follow(li, Follow.Sort.CITY, "jilin");
    follow(wang, Follow.Sort.NEED, "n3");
    follow(wang, Follow.Sort.FIRM, "byd");
    follow(wang, Follow.Sort.SEARCH, "Alpha");

    Map<String, Integer> ofLi = new TreeMap<>();
    Map<String, Integer> ofWang = new TreeMap<>();
    Map<String, Integer> lists = new TreeMap<>();
    List<String[]> there = new ArrayList<>();
    int crashes = 0;
    for (int number = 1; number <= GENERATIONS; number++) {
      change(random, number, there, lists, ofLi, ofWang);
      String published = catalog.publish();
      if (random.nextInt(6) == 0) {
        catalog.cleanUp("source " + published);
        catalog.publish();
      }
      int at = 0;
      for (boolean isDone = false; !isDone; at++) {
        left = at;
        try {
          run();
          isDone = true;
        } catch (Ended e) {
          crashes++;
          now = now.plus(Duration.ofMinutes(random.nextInt(20)));
        }
      }
      left = -1;
      now = now.plus(Duration.ofMinutes(20));
    }
    for (int again = 0; again < 3; again++) {
      now = now.plus(Duration.ofMinutes(20));
      run();
    }

    assertTrue(crashes > 500, crashes + " crashes");
    assertEquals(ofLi, counted(changes(li)));
    assertEquals(ofWang, counted(changes(wang)));
    for (String person : List.of(li, wang)) {
      checkDeliveries(person);
    }
  }

  private void change(
      Random random,
      int number,
      List<String[]> there,
      Map<String, Integer> lists,
      Map<String, Integer> ofLi,
      Map<String, Integer> ofWang) {
    String need = "n" + (1 + random.nextInt(3));
    String city = need.equals("n3") ? "oakland" : "jilin";
    Map<String, Integer> ofList = need.equals("n3") ? ofWang : ofLi;
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        if (lists.merge(need, 1, Integer::sum) > 8) {
          lists.merge(need, -1, Integer::sum);
          return;
        }
        String firm = "f" + number;
        String proof = need + "." + number;
        boolean isAlpha = random.nextBoolean();
        catalog.firm(firm, (isAlpha ? "Alpha " : "Beta ") + firm, Partner.Status.ACTIVE);
        catalog.deployment(proof, city, firm);
        there.add(new String[] {firm, proof, need});
        expect(ofList, "PARTNER_NEW", firm, firm);
        if (city.equals("jilin")) {
          expect(ofLi, "EVIDENCE_ADDED", "jilin", proof);
        }
        if (isAlpha) {
          expect(ofWang, "HIT", firm, "");
        }
      }
      case 2 -> {
        if (!there.isEmpty()) {
          String[] one = there.remove(random.nextInt(there.size()));
          catalog.firm(one[0], "Gone", Partner.Status.BANKRUPT);
          lists.merge(one[2], -1, Integer::sum);
          expect(one[2].equals("n3") ? ofWang : ofLi, "PARTNER_BANKRUPT", one[0], one[0]);
        }
      }
      case 3 -> {
        if (!there.isEmpty()) {
          String[] one = there.remove(random.nextInt(there.size()));
          catalog.removeDeployment(one[1]);
          lists.merge(one[2], -1, Integer::sum);
          expect(one[2].equals("n3") ? ofWang : ofLi, "PARTNER_LEFT", one[0], one[0]);
          if (!one[2].equals("n3")) {
            expect(ofLi, "EVIDENCE_WITHDRAWN", "jilin", one[1]);
          }
        }
      }
      case 4 -> {
        String proof = "x." + number;
        catalog.deployment(proof, "oakland", "byd");
        expect(ofWang, "EVIDENCE_ADDED", "byd", proof);
      }
      default -> catalog.cleanUp("source " + number);
    }
  }

  private static Map<String, Integer> counted(List<Change> changes) {
    Map<String, Integer> counted = new TreeMap<>();
    changes.forEach(each -> counted.merge(told(each), 1, Integer::sum));
    return counted;
  }

  /// Each change is in one mail and in one call; no mail was sent twice; one that may have gone out
  /// is marked.
  private void checkDeliveries(String person) {
    Subscriber who = store.read(all -> all.subscribers().of(person)).orElseThrow();
    List<Delivery> all = store.read(records -> records.deliveries().of(who, 10_000));
    int mails = 0;
    int calls = 0;
    for (Delivery each : all) {
      long times = mailed.stream().filter(each.id()::equals).count();
      if (each.channel() == Delivery.Channel.MAIL) {
        mails += each.body().split("\n- ", -1).length - 1;
        assertTrue(times <= 1, "a mail was sent twice");
        assertEquals(
            each.state() == OutgoingMail.State.SENT ? 1 : times, times, "a mail was not sent");
        assertTrue(
            each.state() == OutgoingMail.State.SENT || each.state() == OutgoingMail.State.UNCLEAR);
      } else {
        calls += each.body().split("\"says\"", -1).length - 1;
        assertEquals(OutgoingMail.State.SENT, each.state());
        assertEquals(each.body(), hooked.get(each.id()));
      }
    }
    int found = changes(person).size();
    assertEquals(found, mails);
    assertEquals(found, calls);
    Set<String> ids = new HashSet<>();
    changes(person).forEach(each -> assertTrue(ids.add(each.id())));
    for (String id : ids) {
      assertEquals(1, all.stream().filter(each -> each.body().contains("\"" + id + "\"")).count());
    }
  }

  @Test
  void cleanUp_tellsNothing() {
    catalog.city("jilin");
    catalog.need("n1", "jilin", Need.State.OPEN, null);
    catalog.publish();
    run();
    String li = person("Li");
    follow(li, Follow.Sort.CITY, "jilin");
    catalog.cleanUp("another source");
    catalog.publish();

    run();

    assertEquals(List.of(), changes(null));
    assertEquals(List.of(), mailed);
    assertEquals(Map.of(), hooked);
  }

  @Test
  void stateOfNeed_andDeadline_areToldOnce() {
    catalog.city("jilin");
    catalog.need("n1", "jilin", Need.State.OPEN, "2026-03-20");
    catalog.need("n2", "jilin", Need.State.OPEN, "2026-05-20");
    catalog.publish();
    run();
    String li = person("Li");
    follow(li, Follow.Sort.CITY, "jilin");
    follow(li, Follow.Sort.NEED, "n1");
    catalog.need("n1", "jilin", Need.State.PROCURING, "2026-03-20");
    catalog.publish();

    run();
    run();

    assertEquals(Map.of("NEED_STATE n1 ", 1, "DEADLINE n1 ", 1), counted(changes(li)));
    assertEquals(1, mailed.size());
  }

  @Test
  void cityOutOfTheCatalog_andLostGeneration_areSaid() {
    catalog.city("jilin");
    String first = catalog.publish();
    run();
    String li = person("Li");
    follow(li, Follow.Sort.CITY, "jilin");
    catalog.removeCity("jilin");
    catalog.publish();
    run();
    assertEquals(Map.of("CITY_GONE jilin ", 1), counted(changes(li)));

    catalog.publish();
    catalog.lose(List.of("g0002", first).getFirst());
    run();

    assertEquals(Map.of("CITY_GONE jilin ", 1, "UNKNOWN catalog ", 1), counted(changes(li)));
  }

  @Test
  void failingComparison_doesNotHoldUpWhatWasFound() {
    catalog.city("jilin");
    catalog.publish();
    run();
    String li = person("Li");
    follow(li, Follow.Sort.CITY, "jilin");
    catalog.need("n1", "jilin", Need.State.OPEN, null);
    catalog.publish();
    new FollowRun(store, catalog, clock, 30).run();
    catalog.step =
        () -> {
          throw new IllegalStateException("a generation is damaged");
        };

    run();

    assertEquals(1, mailed.size());
    assertEquals(1, hooked.size());
  }

  @Test
  void dailyDigest_holdsWhatSeveralPublicationsChanged() {
    catalog.city("jilin");
    catalog.publish();
    run();
    String li = person("Li");
    follow(li, Follow.Sort.CITY, "jilin");
    store.write(
        all ->
            all.subscribers()
                .choose(
                    all.subscribers().of(li).orElseThrow(),
                    Language.ZH,
                    "li@example.org",
                    null,
                    Subscriber.Digest.DAILY));
    for (int hours : List.of(0, 5, 12, 6)) {
      now = now.plus(Duration.ofHours(hours));
      catalog.need("n" + hours, "jilin", Need.State.OPEN, null);
      catalog.publish();
      run();
      assertEquals(1, mailed.size(), "after " + hours + " hours");
    }
    now = now.plus(Duration.ofHours(1));
    run();
    run();
    assertEquals(2, mailed.size());
    Subscriber who = store.read(all -> all.subscribers().of(li)).orElseThrow();
    String digest = store.read(all -> all.deliveries().of(who, 1)).getFirst().body();
    assertEquals(3, digest.split("\n- ", -1).length - 1, digest);
  }

  @Test
  void followsOfARevokedToken_areRemoved_andThoseOfOthersStay() {
    String li = person("Li");
    String wang = person("Wang");
    follow(li, Follow.Sort.CITY, "jilin");
    follow(wang, Follow.Sort.CITY, "jilin");
    follow("https://login.example.org 7", Follow.Sort.CITY, "jilin");
    store.write(all -> all.tokens().revoke(li.substring("token ".length()), NOW));
    store.forget(NOW, NOW, NOW);
    assertEquals(
        List.of(wang, "https://login.example.org 7"),
        store.read(all -> all.follows().all()).stream().map(Follow::person).toList());
    Subscriber gone = store.read(all -> all.subscribers().of(li)).orElseThrow();
    assertTrue(gone.email() == null && gone.webhook() == null);
    store.forget(NOW.plus(Duration.ofDays(366)), NOW, NOW);
    assertEquals(
        List.of(wang),
        store.read(all -> all.follows().all()).stream().map(Follow::person).toList());
  }

  @Test
  void revokedToken_isToldNothing() {
    catalog.city("jilin");
    catalog.publish();
    run();
    String li = person("Li");
    follow(li, Follow.Sort.CITY, "jilin");
    catalog.need("n1", "jilin", Need.State.OPEN, null);
    catalog.publish();
    store.write(all -> all.tokens().revoke(li.substring("token ".length()), NOW));

    run();

    assertFalse(changes(li).isEmpty());
    assertEquals(List.of(), mailed);
    assertEquals(Map.of(), hooked);
  }
}
