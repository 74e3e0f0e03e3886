package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Answers of a healthy server.
class ServerTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private JsonNode get(String path) {
    Client.Reply reply = SERVED.client().get(path);
    assertEquals(200, reply.status(), reply.text());
    return reply.json();
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(each -> each.get("id").stringValue()).toList();
  }

  @Test
  void cities_pagedThrough_areAllOfThemOnceInOrder() {
    List<String> all = citiesPaged(100);
    List<String> known =
        SERVED.cohort().fixtures().stream()
            .filter(each -> each.kind() == Kind.CITY)
            .map(each -> each.id().value())
            .sorted()
            .toList();
    assertEquals(known, all.stream().sorted().toList());
    assertEquals(all, citiesPaged(17));
  }

  private static int cities() {
    return (int) SERVED.cohort().fixtures().stream().filter(e -> e.kind() == Kind.CITY).count();
  }

  private List<String> citiesPaged(int limit) {
    List<String> paged = new ArrayList<>();
    String address = "/api/v1/cities?limit=" + limit;
    JsonNode page = get(address);
    while (page.has("next")) {
      assertEquals(cities(), page.get("total").intValue());
      assertEquals(limit, page.get("cities").size());
      paged.addAll(ids(page.get("cities")));
      page = get(address + "&cursor=" + page.get("next").stringValue());
    }
    paged.addAll(ids(page.get("cities")));
    return paged;
  }

  @Test
  void city_found_comesWithItsNeedsInTheCatalogFormat() {
    JsonNode city = get("/api/v1/cities/us-ca-berkeley");
    assertEquals("us-ca-berkeley", city.at("/city/id").stringValue());
    assertTrue(city.get("city").has("building_zone"), city.toString());
    assertFalse(city.get("needs").isEmpty());
    assertEquals("us-ca-berkeley", city.at("/needs/0/city").stringValue());
  }

  @Test
  void entry_ofEachKind_isTheLineOfTheCatalog() {
    for (Kind kind : Kind.values()) {
      Optional<Entry> first =
          SERVED.cohort().fixtures().stream().filter(each -> each.kind() == kind).findFirst();
      if (first.isEmpty()) {
        assertEquals(Kind.EXPERT, kind, "the only kind that the cohort lacks");
        continue;
      }
      Entry entry = first.get();
      JsonNode served = get("/api/v1/entries/" + kind.word() + "/" + entry.id());
      assertEquals(Client.parse(SERVED.cohort().json.encode(entry)), served.get("entry"));
    }
  }

  @Test
  void recommendations_ofACity_carryWhatADecisionNeeds() {
    JsonNode answer = get("/api/v1/cities/us-ca-losangeles/recommendations");
    assertEquals("firm", answer.get("kind").stringValue());
    assertEquals("match", answer.get("outcome").stringValue());
    assertEquals(SERVED.cohort().configuration, answer.get("configuration").stringValue());
    for (JsonNode each : answer.get("recommendations")) {
      long micros =
          each.at("/explanation/parts")
              .valueStream()
              .mapToLong(part -> Math.round(part.get("contribution").doubleValue() * 1e6))
              .sum();
      assertEquals(Math.round(each.get("score").doubleValue() * 1e6), micros, each.toString());
      assertEquals(each.at("/explanation/value"), each.get("score"));
      assertFalse(each.at("/reason/en").stringValue().isBlank());
      assertFalse(each.at("/reason/zh").stringValue().isBlank());
    }
  }

  @Test
  void recommendations_ofANeed_areThoseOfTheCityForThatNeed() {
    byte[] ofCity =
        SERVED
            .client()
            .get("/api/v1/cities/cn-shenzhen/recommendations?need=cn-shenzhen-n1&kind=solution")
            .response()
            .body();
    byte[] ofNeed =
        SERVED
            .client()
            .get("/api/v1/needs/cn-shenzhen-n1/recommendations?kind=solution")
            .response()
            .body();
    byte[] posted =
        SERVED
            .client()
            .post(
                "{\"city\": \"cn-shenzhen\", \"need\": \"cn-shenzhen-n1\", \"kind\": \"solution\"}")
            .response()
            .body();
    assertArrayEquals(ofCity, ofNeed);
    assertArrayEquals(ofCity, posted);
  }

  @Test
  void limit_shorter_givesTheBeginningOfTheSameList() {
    JsonNode ten = get("/api/v1/cities/cn-jilin/recommendations?limit=10").get("recommendations");
    JsonNode two = get("/api/v1/cities/cn-jilin/recommendations?limit=2").get("recommendations");
    assertEquals(2, two.size());
    for (int i = 0; i < 2; i++) {
      assertEquals(ten.get(i).get("id"), two.get(i).get("id"));
      assertEquals(ten.get(i).get("score"), two.get(i).get("score"));
    }
  }

  private static int bothLanguages(JsonNode node) {
    int count = node.has("en") && node.has("zh") ? 1 : 0;
    for (JsonNode each : node) {
      count += bothLanguages(each);
    }
    return count;
  }

  @Test
  void status_ofAServer_saysWhatItServes() {
    JsonNode status = get("/api/v1/status");
    assertTrue(status.get("ready").booleanValue());
    assertEquals(SERVED.cohort().configuration, status.get("configuration").stringValue());
    assertEquals(cities(), status.at("/generation/counts/city").intValue());
    assertEquals(status.at("/generation/id"), status.get("published"));
    assertTrue(status.get("refusals").isEmpty());
    assertTrue(status.at("/server/uptime_seconds").longValue() >= 0);
    assertEquals(64_000_000, status.at("/server/cache/max_bytes").longValue());
  }
}
