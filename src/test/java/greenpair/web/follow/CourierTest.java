package greenpair.web.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.follow.FollowRun;
import greenpair.program.follow.Follows.Follow;
import greenpair.program.follow.Subscribers.Subscriber;
import org.junit.jupiter.api.Test;

/// Which changes people are told, and in which mail.
class CourierTest extends CourierFixture {
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
    assertNull(gone.email());
    store.forget(NOW.plus(Duration.ofDays(366)), NOW, NOW);
    assertEquals(
        List.of(wang),
        store.read(all -> all.follows().all()).stream().map(Follow::person).toList());
  }

  @Test
  void addressesOfARevokedToken_areRemoved_evenIfItFollowsNothing() {
    String li = person("Li");
    String wang = person("Wang");
    store.write(all -> all.tokens().revoke(li.substring("token ".length()), NOW));
    store.forget(NOW, NOW, NOW);
    Subscriber gone = store.read(all -> all.subscribers().of(li)).orElseThrow();
    assertNull(gone.email());
    assertNotNull(store.read(all -> all.subscribers().of(wang)).orElseThrow().email());
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
  }

  @Test
  void pause_doublesUpToSixHours() {
    assertEquals(Duration.ofMinutes(1), Courier.pause(1));
    assertEquals(Duration.ofMinutes(8), Courier.pause(4));
    assertEquals(Courier.LONGEST, Courier.pause(10));
    assertEquals(Courier.LONGEST, Courier.pause(1_000_000));
  }
}
