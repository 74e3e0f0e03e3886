package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import greenpair.registry.review.ReviewFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Uncertain pairs of firms, by the API and on their page without script.
class ReviewsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String REVIEWS = "/api/v1/reviews";
  private static final String LONG = "長".repeat(300);
  private static final String RIGHT_TO_LEFT = "شركة \u202Eالطاقة";

  private List<String> pairs = List.of();

  @BeforeEach
  void ask() throws IOException {
    for (var each : files().answers()) {
      var _ = files().put(each.one(), each.two(), null);
    }
    pairs = Pairs.asked(data(), "Acme", "acme", LONG, RIGHT_TO_LEFT, "=1+1", "<b>Bold</b>");
  }

  private static Path data() {
    return SERVED.cohort().store.data();
  }

  private static ReviewFiles files() {
    return new ReviewFiles(data());
  }

  private static Client.Reply as(Role role, String method, String path, String body) {
    String[] cities = role == Role.CITY ? new String[] {"cn-jilin"} : new String[] {};
    String token = SERVED.cohort().token("Li " + role, role, cities);
    return SERVED.client().as(token, method, path, body);
  }

  private static JsonNode list(String query) {
    return as(Role.COORDINATOR, "GET", REVIEWS + query, "").json();
  }

  private static String answer(String word) {
    return "{\"answer\": \"" + word + "\"}";
  }

  @Test
  void pairs_areListed_withWhatAgreesAndDiffers_andNothingPrivate() {
    JsonNode all = list("");
    assertEquals(3, all.get("open").intValue());
    JsonNode first = all.at("/items/0");
    assertEquals(pairs.getFirst(), first.get("id").stringValue());
    assertEquals("agrees", match(first, "name"));
    assertEquals("differs", match(first, "website"));
    assertEquals("agrees", match(first, "founded"));
    assertFalse(all.toString().contains("Secret Person"), "contact persons are not shown");
    JsonNode part = list("?limit=2");
    assertEquals(2, part.get("items").size());
    JsonNode last = list("?limit=2&cursor=" + part.get("next").stringValue());
    assertEquals(List.of(pairs.getLast()), last.findValuesAsString("id"));
    assertFalse(last.has("next"));
    assertEquals(400, as(Role.COORDINATOR, "GET", REVIEWS + "?cursor=2", "").status(), "no cursor");
  }

  private static String match(JsonNode pair, String field) {
    return pair.get("fields")
        .valueStream()
        .filter(each -> each.get("name").stringValue().equals(field))
        .findFirst()
        .orElseThrow()
        .get("match")
        .stringValue();
  }

  @Test
  void answer_isKept_changed_undone_andWrittenDown() throws IOException {
    String path = REVIEWS + "/" + pairs.getFirst();
    assertTrue(
        as(Role.COORDINATOR, "PUT", path, answer("same")).json().at("/answer/same").booleanValue());
    assertTrue(files().answers().getFirst().same());
    as(Role.COORDINATOR, "PUT", path, answer("different"));
    assertEquals(1, files().answers().size());
    assertFalse(files().answers().getFirst().same());
    assertEquals(2, list("").get("open").intValue());
    assertEquals(pairs.getFirst(), list("?answered=true").at("/items/0/id").stringValue());
    assertFalse(as(Role.COORDINATOR, "DELETE", path, "").json().has("answer"));
    assertEquals(3, list("").get("open").intValue());
    String audit = as(Role.OPERATOR, "GET", "/api/v1/audit?limit=20", "").text();
    for (String action : List.of("review.same", "review.different", "review.undo")) {
      assertTrue(audit.contains(action), action);
    }
  }

  @Test
  void pairOrAnswer_thatIsNotThere_isRefused_andChangesNothing() throws IOException {
    Role who = Role.COORDINATOR;
    assertEquals(404, as(who, "PUT", REVIEWS + "/0123456789abcdef", answer("same")).status());
    assertEquals(404, as(who, "DELETE", REVIEWS + "/0123456789abcdef", "").status());
    String path = REVIEWS + "/" + pairs.getFirst();
    for (String body : List.of("{}", answer("maybe"), "{\"answer\": true}", "[]")) {
      assertEquals(400, as(who, "PUT", path, body).status(), body);
    }
    for (Role role : List.of(Role.READER, Role.CITY)) {
      assertEquals(403, as(role, "PUT", path, answer("same")).status(), role.name());
      assertEquals(403, as(role, "GET", REVIEWS, "").status(), role.name());
    }
    assertTrue(files().answers().isEmpty());
  }

  @Test
  void answer_thatCannotBeSaved_leavesNoLineInTheAudit() throws IOException {
    Path blocked = Files.createDirectory(data().resolve("reviews.jsonl.tmp"));
    String path = REVIEWS + "/" + pairs.getFirst();
    List<String> before = audited();
    try {
      assertEquals(500, as(Role.COORDINATOR, "PUT", path, answer("same")).status());
    } finally {
      Files.delete(blocked);
    }
    assertEquals(before, audited());
    assertTrue(files().answers().isEmpty());
  }

  /// The lines about pairs, newest first.
  private static List<String> audited() {
    return as(Role.OPERATOR, "GET", "/api/v1/audit?limit=100", "")
        .json()
        .get("items")
        .valueStream()
        .map(JsonNode::toString)
        .filter(each -> each.contains("\"review."))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"en, Pair 1 of 3, next reindex, are the same", "zh, 第1对，共3对, 下次索引重建, 同一机构"})
  void page_answersOneAfterTheOther_skips_andUndoes(
      String language, String place, String when, String done) {
    Visitor visitor = SERVED.as(Role.COORDINATOR, language);
    Document page = visitor.page("/reviews");
    assertTrue(page.text().contains(place) && page.text().contains(when), page.text());
    assertEquals(
        "true", visitor.page("/registries").select("a[href=/reviews]").isEmpty() ? "" : "true");
    assertEquals("/reviews?from=1", page.select("a[data-key=k]").attr("href"));
    Document second = visitor.page("/reviews?from=1");
    assertEquals(RIGHT_TO_LEFT, second.select("thead th bdi").eachText().getLast());
    assertEquals(LONG, second.expectFirst("thead th bdi").text());
    String path = "/reviews/" + pairs.getFirst();
    Client.Reply reply = visitor.post(path, "answer", "same", "from", "0");
    assertEquals(303, reply.status(), reply::text);
    Document next = visitor.page(reply.header("Location"));
    assertTrue(next.select("[role=status]").text().contains(done), next.text());
    assertEquals(303, visitor.post(path + "/undo", "from", "0").status());
    assertTrue(visitor.page("/reviews").text().contains(place));
    assertEquals(400, visitor.post(path, "answer", "maybe").status());
  }
}
