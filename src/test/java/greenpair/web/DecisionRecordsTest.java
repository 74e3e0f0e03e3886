package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.web.answers.StoredRequest;
import greenpair.web.decisions.DecisionRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Answers that are saved over HTTP and reproduced.
class DecisionRecordsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String RECORDS = "/api/v1/records";

  private final Cohort cohort = SERVED.cohort();
  private final Client client = SERVED.client();
  private final String city = cohort.token("Ci", Role.CITY, "cn-jilin");
  private final String coordinator = cohort.token("Co", Role.COORDINATOR);

  private JsonNode keep(String body) {
    Client.Reply reply = client.as(city, "POST", RECORDS, body);
    assertEquals(201, reply.status(), reply.text());
    return reply.json();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | /api/v1/cities/cn-jilin/recommendations?kind=firm | ''
          GET | /api/v1/cities/us-ca-oakland/recommendations?kind=solution&lang=zh | ''
          GET | /api/v1/needs/cn-jilin-n1/recommendations?kind=financier | ''
          GET | /api/v1/needs/cn-jilin-n1/packages?limit=2 | ''
          GET | /api/v1/partners/byd/opportunities | ''
          GET | /api/v1/gaps?limit=3&lang=en | ''
          GET | /api/v1/search?q=%E7%83%AD%E6%B3%B5&lang=zh | ''
          GET | /api/v1/suggestions?q=heat | ''
          POST | /api/v1/recommendations | {"kind":"firm","city":{"country":"CN","koppen":"Dwa"},"text":"生物质 heating"}
          """)
  void answer_ofEveryQuestion_isKeptAsItIsServedAndGivenAgain(
      String method, String address, String body) {
    String question =
        "{\"address\": \"" + address + "\"" + (body.isEmpty() ? "" : ", \"body\": " + body) + "}";
    JsonNode kept = keep(question);

    JsonNode whole =
        client.as(city, "GET", RECORDS + "/" + kept.get("id").stringValue(), "").json();
    DecisionRecord record = DecisionRecord.parse("record", whole.get("document").stringValue());
    assertEquals(record, DecisionRecord.parse("the answer as it is saved", whole.toString()));
    Client.Reply served =
        body.isEmpty() ? client.get(address) : client.as("", method, address, body);
    assertEquals(200, served.status(), served.text());
    assertEquals(served.text(), record.answer());
    assertEquals(method, kept.get("method").stringValue());
    assertEquals(kept.get("digest").stringValue(), record.digest());
    JsonNode again =
        client.as(city, "GET", RECORDS + "/" + kept.get("id").stringValue() + "/replay", "").json();
    assertTrue(again.get("same").booleanValue(), again.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | address
          {"address": "/api/v1/status"} | address
          {"address": "https://example.org/api/v1/gaps"} | address
          {"address": "/api/v1/gaps?limit=0"} | limit
          {"address": "/api/v1/gaps", "more": 1} | more
          {"address": "/api/v1/recommendations", "body": {"kind": "firm"}} | city
          {"address": "/api/v1/cities/%2e%2e/recommendations"} | id
          """)
  void question_withAFault_isRefusedAndNamesIt(String body, String field) {
    Client.Reply reply = client.as(city, "POST", RECORDS, body);

    assertTrue(reply.status() == 400 || reply.status() == 404, reply.text());
    assertTrue(reply.faults().contains(field), reply.text());
  }

  @Test
  void record_isSeenByItsMakerAndByCoordinators_andIsAudited() {
    String id = keep("{\"address\": \"/api/v1/gaps?limit=1\"}").get("id").stringValue();
    String other = cohort.token("Other", Role.CITY, "cn-wuhan");

    assertEquals(200, client.as(city, "GET", RECORDS + "/" + id, "").status());
    assertEquals(200, client.as(coordinator, "GET", RECORDS + "/" + id, "").status());
    for (String path : List.of(RECORDS + "/" + id, RECORDS + "/" + id + "/replay")) {
      assertEquals(404, client.as(other, "GET", path, "").status());
      assertEquals(401, client.as("", "GET", path, "").status());
    }
    assertFalse(client.as(other, "GET", RECORDS, "").text().contains(id));
    assertTrue(client.as(coordinator, "GET", RECORDS, "").text().contains(id));
    String operator = cohort.token("Op", Role.OPERATOR);
    assertTrue(client.as(operator, "GET", "/api/v1/audit", "").text().contains("record " + id));
  }

  @Test
  void replay_ofAGenerationThatIsGone_reportsIt(@TempDir Path data) throws IOException {
    try (Cohort small = Cohort.served(data)) {
      String token = small.token("Ci", Role.CITY, "cn-jilin");
      String body = "{\"address\": \"/api/v1/gaps?limit=1\"}";
      Client there = small.client();
      JsonNode kept = there.as(token, "POST", RECORDS, body).json();
      String replay = RECORDS + "/" + kept.get("id").stringValue() + "/replay";
      small.publish(small.fixtures());
      // An answer of the older generation can be reproduced while that generation is kept …
      assertTrue(there.as(token, "GET", replay, "").json().get("same").booleanValue());

      Path old = data.resolve("generations").resolve(kept.get("generation").stringValue());
      Files.move(old, data.resolve("elsewhere"));

      // … and no longer.
      Client.Reply gone = there.as(token, "GET", replay, "");
      assertEquals(410, gone.status(), gone.text());
      assertTrue(gone.text().contains("已不存在"), gone.text());
    }
  }

  @Test
  void document_withALetterChanged_isRefused() {
    DecisionRecord record =
        new DecisionRecord(StoredRequest.get("/api/v1/gaps"), "g1", "c1", "{\"score\":0.5}");
    String document = record.document();
    assertEquals(record, DecisionRecord.parse("a", document));

    for (String changed :
        List.of(
            document.replace("0.5", "0.9"),
            document.replace("gaps", "search"),
            document.replace("g1", "g2"),
            document.replace("c1", "c2"))) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> DecisionRecord.parse("minutes.json", changed));
      assertTrue(
          String.valueOf(e.getMessage())
              .startsWith("minutes.json was changed after it was created"));
    }
  }
}
