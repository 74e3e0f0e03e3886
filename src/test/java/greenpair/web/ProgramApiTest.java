package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What people add to the catalog, over HTTP.
class ProgramApiTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private final Cohort cohort = SERVED.cohort();
  private final Client client = SERVED.client();
  private final String token = cohort.token("Li", Role.COORDINATOR);

  private Client.Reply get(String path, String... headers) {
    return client.as(token, "GET", path, "", headers);
  }

  private Client.Reply note(String body, String... headers) {
    String note = "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"" + body + "\"}";
    return client.as(token, "POST", "/api/v1/remarks", note, headers);
  }

  private static String problem(Client.Reply reply, int status) {
    assertEquals(status, reply.status(), reply.text());
    assertFalse(reply.json().get("detail_zh").stringValue().isBlank());
    return reply.json().get("type").stringValue();
  }

  // Edits

  @Test
  void versionOfARecordThatHasNone_isRefused_andNothingIsWritten() {
    Client.Reply refused = note("of version 99", "If-Match", "\"99\"");
    assertEquals(List.of("If-Match"), refused.faults(), refused::text);
    assertFalse(get("/api/v1/remarks?city=cn-jilin").text().contains("of version 99"));
  }

  @Test
  void need_typedIn_reviewedAndChanged_keepsItsHistory() {
    String path = "/api/v1/edits/need/heat-1";
    String first = "{\"entry\": {\"name\": {\"zh\": \"供热\"}, \"city\": \"cn-jilin\"}}";
    Client.Reply made = client.as(token, "PUT", path, first);
    assertEquals(201, made.status(), made.text());
    assertEquals(path, made.header("Location"));
    assertEquals("need", made.json().at("/entry/kind").stringValue());
    assertEquals("Greenpair: Li", made.json().at("/entry/provenance/0/source").stringValue());
    assertFalse(made.json().at("/entry/provenance/0/verified").booleanValue());
    Client.Reply reviewed =
        client.as(
            token,
            "POST",
            path + "/state",
            "{\"state\": \"reviewed\", \"reason\": \"checked\"}",
            "If-Match",
            "\"1\"");
    assertEquals("reviewed", reviewed.json().get("state").stringValue());
    assertEquals(
        "stale", tail(problem(client.as(token, "PUT", path, first, "If-Match", "\"1\""), 412)));
    assertEquals("precondition-required", tail(problem(client.as(token, "PUT", path, first), 428)));
    assertEquals(200, client.as(token, "PUT", path, first, "If-Match", "\"2\"").status());
    JsonNode history = get(path + "/history").json().get("items");
    assertEquals(
        List.of("draft", "reviewed", "draft"),
        history.valueStream().map(each -> each.get("state").stringValue()).toList());
    assertEquals("checked", history.get(1).get("reason").stringValue());
    // A note may be about a need that no catalog has yet.
    Client.Reply note =
        client.as(
            token,
            "POST",
            "/api/v1/remarks",
            "{\"sort\":\"note\",\"city\":\"cn-jilin\",\"need\":\"heat-1\",\"body\":\"x\"}");
    assertEquals(201, note.status(), note.text());
  }

  private static String tail(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                          | entry
          {"entry": []}                                               | entry
          {"entry": {"city": "cn-jilin"}}                             | entry.name
          {"entry": {"name": {"en": "x"}, "city": "atlantis"}}        | entry.city
          {"entry": {"name": {"en": "x"}, "city": "cn-jilin", "id": "y"}} | entry.id
          {"entry": {"name": {"en": "x"}, "city": "cn-jilin", "kind": "firm"}} | entry.kind
          {"entry": {"name": {"en": "x"}, "city": "cn-jilin", "colour": 1}} | entry.colour
          {"entry": {"name": {"en": "x"}, "city": "cn-jilin", "restricted": {"city": "private"}}} | entry.restricted.city
          {"entry": {"name": {"en": "x"}, "city": "cn-jilin"}, "state": "good"} | state
          {"entry": {"name": {"en": "x"}, "city": "cn-jilin"}, "author": "Boss"} | author
          """)
  void edit_withAFault_isRefusedAndNamesIt(String body, String field) {
    Client.Reply reply = client.as(token, "PUT", "/api/v1/edits/need/faulty", body);
    assertEquals("invalid-request", tail(problem(reply, 400)));
    assertTrue(reply.faults().contains(field), reply.text());
    assertEquals(404, get("/api/v1/edits/need/faulty").status());
  }

  // Remarks and introductions

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sort\": \"pin\", \"city\": \"cn-jilin\"}",
        "{\"sort\": \"veto\", \"city\": \"cn-jilin\", \"kind\": \"firm\", \"entry\": \"byd\"}",
        "{\"sort\": \"note\", \"city\": \"cn-jilin\"}",
        "{\"sort\": \"note\", \"body\": \"about nothing\"}",
        "{\"sort\": \"pin\", \"city\": \"cn-jilin\", \"kind\": \"firm\", \"entry\": \"nobody\"}",
        "{\"sort\": \"pin\", \"city\": \"cn-jilin\", \"entry\": \"byd\"}",
        "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"need\": \"cn-shenzhen-n1\", \"body\":"
            + " \"x\"}",
        "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"x\", \"author\": \"Boss\"}",
        "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"x\", \"made\": {}}"
      })
  void remark_withAFault_isRefused(String body) {
    Client.Reply reply = client.as(token, "POST", "/api/v1/remarks", body);
    assertEquals("invalid-request", tail(problem(reply, 400)));
    assertFalse(reply.faults().isEmpty());
  }

  @Test
  void remark_carriesWhoAndWhen_andIsWithdrawnNotDeleted() {
    Client.Reply made = note("from Li");
    JsonNode remark = made.json();
    assertEquals("Li", remark.at("/made/by").stringValue());
    assertEquals("programme", remark.get("tier").stringValue());
    String path = made.header("Location");
    assertEquals(remark, get(path).json());
    JsonNode gone = client.as(token, "DELETE", path, "").json();
    assertEquals("Li", gone.at("/withdrawn/by").stringValue());
    assertFalse(get("/api/v1/remarks?city=cn-jilin").text().contains("from Li"));
    assertTrue(get("/api/v1/remarks?city=cn-jilin&withdrawn=true").text().contains("from Li"));
  }

  @Test
  void remark_ofEverybody_onceWithdrawn_isForTheProgrammeOnly() {
    String note =
        "{\"sort\": \"note\", \"tier\": \"public\", \"city\": \"cn-jilin\", \"body\": \"too"
            + " much\"}";
    String path = client.as(token, "POST", "/api/v1/remarks", note).header("Location");
    assertEquals(200, client.get(path).status());
    assertTrue(client.get("/api/v1/remarks").text().contains("too much"));
    assertEquals(200, client.as(token, "DELETE", path, "").status());
    assertEquals("no-such-record", tail(problem(client.get(path), 404)));
    for (String list : List.of("/api/v1/remarks", "/api/v1/remarks?withdrawn=true")) {
      assertFalse(client.get(list).text().contains("too much"), list);
    }
    assertEquals(200, get(path).status());
    assertTrue(get("/api/v1/remarks?withdrawn=true").text().contains("too much"));
  }

  /// Of another need, or after the first one ended, it is no duplicate.
  @Test
  void introduction_ofAPairThatIsOpen_isRefusedWithItsId() {
    String pair = "{\"city\": \"cn-wuhan\", \"kind\": \"firm\", \"partner\": \"yutong\"";
    String path = "/api/v1/introductions";
    Client.Reply made = client.as(token, "POST", path, pair + "}");
    assertEquals(201, made.status(), made::text);
    Client.Reply again = client.as(token, "POST", path, pair + "}");
    assertEquals(409, again.status(), again::text);
    assertEquals(List.of("partner"), again.faults());
    assertTrue(again.text().contains(made.json().get("id").stringValue()), again::text);
    assertEquals(
        201, client.as(token, "POST", path, pair + ", \"need\": \"cn-wuhan-n2\"}").status());
    String stop = "{\"stage\": \"stopped\", \"reason\": \"no money\"}";
    assertEquals(200, client.as(token, "POST", made.header("Location") + "/steps", stop).status());
    assertEquals(201, client.as(token, "POST", path, pair + "}").status());
  }

  @Test
  void introduction_stoppedWithoutAReason_isRefused() {
    String firm =
        "{\"city\": \"cn-shenzhen\", \"kind\": \"firm\", \"partner\": \"byd\","
            + " \"on\": \"2026-01-01\"}";
    Client.Reply made = client.as(token, "POST", "/api/v1/introductions", firm);
    assertEquals("introduced", made.json().get("stage").stringValue());
    String steps = made.header("Location") + "/steps";
    Client.Reply refused = client.as(token, "POST", steps, "{\"stage\": \"stopped\"}");
    assertEquals(List.of("reason"), refused.faults());
    for (String bad : List.of("2999-01-01", "1800-01-01", "yesterday")) {
      String step = "{\"stage\": \"met\", \"on\": \"" + bad + "\"}";
      assertEquals(List.of("on"), client.as(token, "POST", steps, step).faults());
    }
    assertEquals(
        200,
        client.as(token, "POST", steps, "{\"stage\": \"met\", \"on\": \"2026-01-02\"}").status());
    Client.Reply stopped =
        client.as(token, "POST", steps, "{\"stage\": \"stopped\", \"reason\": \"预算不足\"}");
    assertEquals("stopped", stopped.json().get("stage").stringValue());
    assertEquals(3, stopped.json().get("steps").size());
  }

  // Writing once

  @Test
  void write_sentAgainWithItsKey_isDoneOnceAndAnsweredAlike() {
    Client.Reply first = note("once", "Idempotency-Key", "k-1");
    Client.Reply again = note("once", "Idempotency-Key", "k-1");
    assertEquals(201, again.status());
    assertEquals(first.text(), again.text());
    assertEquals(first.header("Location"), again.header("Location"));
    // The same note under another key, for example by a second click, returns the existing one.
    assertEquals(first.text(), note("once", "Idempotency-Key", "k-2").text());
    assertNotEquals(first.text(), note("twice", "Idempotency-Key", "k-3").text());
    assertEquals("key-reused", tail(problem(note("other", "Idempotency-Key", "k-1"), 422)));
    assertEquals(List.of("Idempotency-Key"), note("x", "Idempotency-Key", "a b").faults());
  }

  @Test
  void write_sentAgainWithItsKey_afterItsEntryWentAway_isAnsweredAlike() throws IOException {
    String about =
        "{\"sort\": \"note\", \"kind\": \"firm\", \"entry\": \"byd\", \"body\": \"kept\"}";
    String[] key = {"Idempotency-Key", "k-gone"};
    Client.Reply first = client.as(token, "POST", "/api/v1/remarks", about, key);
    assertEquals(201, first.status(), first::text);
    cohort.serve(
        cohort.fixtures().stream().filter(each -> !each.id().value().equals("byd")).toList());
    try {
      Client.Reply again = client.as(token, "POST", "/api/v1/remarks", about, key);
      assertEquals(201, again.status(), again::text);
      assertEquals(first.text(), again.text());
    } finally {
      cohort.serve(cohort.fixtures());
    }
  }

  @Test
  void everyWrite_isInTheAuditWithItsRequest_andARepeatedOneIsNot() {
    note("audited", "X-Request-Id", "req-77");
    note("audited", "X-Request-Id", "req-78");
    String operator = cohort.token("Op", Role.OPERATOR);
    JsonNode line =
        client.as(operator, "GET", "/api/v1/audit?who=Li&limit=1", "").json().at("/items/0");
    assertEquals("remark.add", line.get("action").stringValue());
    assertEquals("coordinator", line.get("role").stringValue());
    assertEquals("req-77", line.get("request").stringValue());
  }

  // Reading
}
