package greenpair.web.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Follows.Follow;
import greenpair.program.follow.Subscribers.Subscriber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes from the catalog to the people, while the server ends at any moment.
class CourierCrashTest extends CourierFixture {
  private static final int GENERATIONS = 50;

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

  /// Each change is in one mail; no mail was sent twice; one that may have gone out
  /// is marked.
  private void checkDeliveries(String person) {
    Subscriber who = store.read(all -> all.subscribers().of(person)).orElseThrow();
    List<Delivery> all = store.read(records -> records.deliveries().of(who, 10_000));
    int mails = 0;
    for (Delivery each : all) {
      long times = mailed.stream().filter(each.id()::equals).count();
      mails += each.body().split("\n- ", -1).length - 1;
      assertTrue(times <= 1, "a mail was sent twice");
      assertEquals(each.state() == Deliveries.State.SENT ? 1 : times, times, "a mail was not sent");
      assertTrue(each.state() == Deliveries.State.SENT || each.state() == Deliveries.State.UNCLEAR);
    }
    int found = changes(person).size();
    assertEquals(found, mails);
    Set<String> ids = new HashSet<>();
    changes(person).forEach(each -> assertTrue(ids.add(each.id())));
  }
}
