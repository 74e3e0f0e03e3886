package greenpair.web;

import static greenpair.web.RestrictedEntries.SEERS;
import static greenpair.web.RestrictedEntries.seers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import org.junit.jupiter.api.io.TempDir;

/// Random requests against a catalog with restricted fields.
class RandomRequestsTest {
  /// What a stack trace has, or the full name of a class.
  static final Pattern CLASS =
      Pattern.compile(
          "stackTrace|\\b(java|jakarta|tools|io|org|com|greenpair)(\\.[a-z0-9]+)+\\.[A-Z]\\w");

  /// Random requests as every role, over all routes. `-Dgreenpair.fuzz=1000000` sends that many and
  /// reports; `-Dgreenpair.fuzz.within=2000` is the limit of an answer on an idle machine, in
  /// milliseconds.
  @Seeded(runs = 1)
  void randomRequests_neitherFailNorStallNorGiveWhatIsRestricted(Random random, @TempDir Path data)
      throws Exception {
    try (RestrictedCohort restricted = new RestrictedCohort(data)) {
      Client client = restricted.client;
      Map<String, String> tokens = restricted.tokens;
      int requests = Integer.getInteger("greenpair.fuzz", 500);
      long within = Long.getLong("greenpair.fuzz.within", 60_000);
      List<String> known = new ArrayList<>(restricted.entries.kinds.keySet());
      known.addAll(List.of("firm", "need", "city", "byd", "1", "app.css"));
      String made =
          client
              .as(
                  tokens.getOrDefault("coordinator", ""),
                  "POST",
                  GuardedCohort.REMARKS,
                  GuardedCohort.NOTE)
              .header("Location");
      known.add(made.substring(made.lastIndexOf('/') + 1));
      RandomRequests fuzz =
          new RandomRequests(
              restricted.cohort.server, client.get("/openapi.json").json(), known, random);
      Map<Integer, Integer> statuses = new TreeMap<>();
      List<String> wrong = new ArrayList<>();
      long slowest = 0;
      long before = heap();
      List<String> callers = List.copyOf(tokens.keySet());
      for (int at = 0; at < requests; at++) {
        String who = callers.get(random.nextInt(callers.size()));
        RandomRequests.Request request = fuzz.next(tokens.getOrDefault(who, ""));
        RandomRequests.Answer answer = fuzz.send(request);
        statuses.merge(answer.status(), 1, Integer::sum);
        slowest = Math.max(slowest, answer.millis());
        if (answer.status() >= 500 || answer.millis() > within) {
          wrong.add(who + " " + request.line() + ": " + answer.status() + " in " + answer.millis());
        }
        if (CLASS.matcher(answer.text()).find()) {
          wrong.add(who + " " + request.line() + " names a class");
        }
        SEERS.forEach(
            (sign, seers) -> {
              if (!seers.contains(who) && answer.text().contains(sign)) {
                wrong.add(who + " " + request.line() + " shows " + sign);
              }
            });
      }
      assertEquals(List.of(), wrong, statuses::toString);
      assertTrue(statuses.containsKey(200) && statuses.size() > 6, statuses::toString);
      if (Integer.getInteger("greenpair.fuzz") != null) {
        System.out.println(
            "%d requests: %s, slowest %d ms, heap %d and %d MB"
                .formatted(requests, statuses, slowest, before, heap()));
      }
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }
}
