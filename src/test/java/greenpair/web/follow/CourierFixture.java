package greenpair.web.follow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.follow.FakeCatalog;
import greenpair.follow.FollowRun;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Follows.Follow;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.mail.MailServer;
import greenpair.web.mail.MailServer.Envelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A courier between a catalog that tests change and people who follow it. The process can end at
/// any step.
abstract class CourierFixture {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  static final Stamp LI = new Stamp("Li", NOW);

  /// The end of the process.
  static final class Ended extends Error {
    private static final long serialVersionUID = 1;
  }

  @TempDir Path data;
  ProgramStore store;
  final FakeCatalog catalog = new FakeCatalog();
  Instant now = NOW;

  /// Steps until the process ends; below 0 for never.
  int left = -1;

  final List<String> mailed = new ArrayList<>();

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

  final Clock clock =
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

  private MailServer.Outcome mail(Envelope mail) {
    step();
    mailed.add(mail.id());
    step();
    return new MailServer.Outcome(Deliveries.State.SENT, null);
  }

  void run() {
    new Courier(
            store,
            new FollowRun(store, catalog, clock, 30),
            new Digest("https://greenpair.example.org"),
            Optional.of(this::mail),
            clock)
        .run();
  }

  String person(String name) {
    return store.write(
        all -> {
          String id =
              all.tokens()
                  .create(name, Role.READER, Set.of(), NOW.plus(Duration.ofDays(900)), NOW)
                  .token()
                  .id();
          Subscriber who = all.subscribers().saw("token " + id, Language.ZH, NOW);
          all.subscribers().choose(who, Language.ZH, name + "@example.org", Subscriber.Digest.EACH);
          return "token " + id;
        });
  }

  void follow(String person, Follow.Sort sort, String what) {
    Optional<Follow> made =
        store.write(all -> all.follows().add(person, sort, what, new Text(what, null), LI));
    assertTrue(made.isPresent());
  }

  List<Change> changes(@Nullable String person) {
    return store.read(all -> all.changes().list(person, Page.NEWEST, 10_000)).items();
  }

  static String told(Change change) {
    return change.finding().sort()
        + " "
        + change.finding().entry()
        + " "
        + change.finding().arguments().getOrDefault("id", "");
  }

  static Map<String, Integer> counted(List<Change> changes) {
    Map<String, Integer> counted = new TreeMap<>();
    changes.forEach(each -> counted.merge(told(each), 1, Integer::sum));
    return counted;
  }
}
