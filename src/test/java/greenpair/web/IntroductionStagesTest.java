package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.program.introduction.Introduction;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Steps of introductions with amounts, and the board that counts them.
class IntroductionStagesTest extends LetterFixture {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final LocalDate LATE = LocalDate.of(2026, 1, 2);

  IntroductionStagesTest() {
    super(SERVED);
  }

  @Test
  void stages_areCountedWithSums_andAWrongStepIsWithdrawn() {
    String address = introduced("recommendations");
    String step = "{\"stage\": \"contract\", \"amount\": 7000000, \"currency\": \"ISK\"}";
    JsonNode signed = client.as(coordinator, "POST", address + "/steps", step).json();
    assertEquals("contract", signed.get("stage").stringValue());
    JsonNode contract = json("/api/v1/board").at("/items/4");
    assertEquals(7_000_000, contract.at("/amounts/ISK").intValue());
    assertTrue(
        client.as(coordinator, "GET", "/api/v1/board?format=csv", "").text().contains("ISK"));
    String wrong = address + "/steps/" + signed.at("/steps/1/number") + "/withdraw";
    assertEquals(400, client.as(coordinator, "POST", wrong, "{}").status());
    JsonNode back = client.as(coordinator, "POST", wrong, "{\"reason\": \"typo\"}").json();
    assertEquals("introduced", back.get("stage").stringValue());
    assertEquals("typo", back.at("/withdrawn/0/withdrawn/reason").stringValue());
    assertTrue(json("/api/v1/board").at("/items/4/amounts/ISK").isMissingNode());
    String due = "{\"responsible\": \"Wu\", \"due\": \"2026-01-02\"}";
    assertTrue(
        client.as(coordinator, "PUT", address + "/task", due).json().get("overdue").asBoolean());
    String late = client.as(coordinator, "GET", "/api/v1/introductions?overdue=true", "").text();
    assertTrue(late.contains(address.replaceFirst(".*/", "")), late);
    Document board = SERVED.as(Role.READER, "en").page("/board");
    assertEquals(
        json("/api/v1/board").at("/items/1/introductions").toString(),
        board.select("#stage-INTRODUCED .count").text());
    assertFalse(board.select("section[aria-labelledby=overdue] .late").isEmpty());
    String first = address + "/steps/" + back.at("/steps/0/number") + "/withdraw";
    JsonNode gone = client.as(coordinator, "POST", first, "{\"reason\": \"wrong firm\"}").json();
    assertTrue(gone.path("stage").isMissingNode(), gone::toString);
    Client.Reply again = client.as(coordinator, "POST", first, "{\"reason\": \"wrong firm\"}");
    assertEquals(412, again.status(), again::text);
    String audit =
        SERVED.cohort().program.read(all -> all.audit().list(null, Long.MAX_VALUE, 9).toString());
    assertEquals(2, audit.split("introduction.withdraw", -1).length - 1, audit);
    assertEquals(
        404,
        client
            .as(coordinator, "POST", address + "/steps/0/withdraw", "{\"reason\": \"x\"}")
            .status());
    assertFalse(
        SERVED
            .as(Role.READER, "zh")
            .page("/programme")
            .html()
            .contains(address.replaceFirst(".*/", "")));
    assertTrue(
        SERVED
            .as(Role.READER, "en")
            .page(address.replace("/api/v1", ""))
            .text()
            .contains("This introduction was withdrawn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"stage\": \"met\", \"amount\": 5, \"currency\": \"CNY\"} | amount",
        "{\"stage\": \"pilot\", \"amount\": -5, \"currency\": \"yuan\"} | amount currency",
        "{\"stage\": \"pilot\", \"amount\": 5} | currency",
        "{\"stage\": \"pilot\", \"amount\": 5, \"currency\": \"XXX\"} | currency",
        "{\"stage\": \"pilot\", \"amount\": 5, \"currency\": \"BYD\"} | currency",
        "{\"stage\": \"pilot\", \"amount\": 5, \"currency\": \"XAU\"} | currency"
      })
  void badAmount_isRefused(String body, String faults) {
    String steps = introduced("recommendations") + "/steps";
    Client.Reply refused = client.as(coordinator, "POST", steps, body);
    assertEquals(400, refused.status());
    assertEquals(List.of(faults.split(" ")), refused.faults().stream().sorted().toList());
  }

  /// It may be tomorrow already elsewhere, at most 14 hours ahead of UTC.
  @Test
  void stepOnADayThatHasBegunNowhere_isRefused() {
    String steps = introduced("recommendations") + "/steps";
    String step = "{\"stage\": \"met\", \"on\": \"%s\"}";
    LocalDate last = LocalDate.now(ZoneOffset.ofHours(14));
    Client.Reply refused = client.as(coordinator, "POST", steps, step.formatted(last.plusDays(1)));
    assertEquals(List.of("on"), refused.faults(), refused::text);
    Client.Reply taken = client.as(coordinator, "POST", steps, step.formatted(last));
    assertEquals(200, taken.status(), taken::text);
  }

  @Test
  void withdrawingAStop_besideALaterIntroduction_isRefused_asIsTheStepThatOthersFollow() {
    String first = introduced("recommendations");
    String stop = "{\"stage\": \"stopped\", \"reason\": \"no budget\"}";
    JsonNode stopped = client.as(coordinator, "POST", first + "/steps", stop).json();
    String why = "{\"reason\": \"typo\"}";
    String begin = first + "/steps/" + stopped.at("/steps/0/number") + "/withdraw";
    Client.Reply refused = client.as(coordinator, "POST", begin, why);
    assertEquals(List.of("number"), refused.faults(), refused::text);
    String second =
        "{'city': '%s', 'need': '%s', 'kind': 'firm', 'partner': '%s'}"
            .replace('\'', '"')
            .formatted(
                stopped.get("city").stringValue(),
                stopped.get("need").stringValue(),
                stopped.get("partner").stringValue());
    Client.Reply again = client.as(coordinator, "POST", "/api/v1/introductions", second);
    assertEquals(201, again.status(), again::text);
    String end = first + "/steps/" + stopped.at("/steps/1/number") + "/withdraw";
    assertEquals(409, client.as(coordinator, "POST", end, why).status());
    assertEquals("stopped", json(first).get("stage").stringValue());
  }

  @Test
  void stepOnAWithdrawnIntroduction_isRefused() {
    String address = introduced("recommendations");
    JsonNode made = json(address);
    String first = address + "/steps/" + made.at("/steps/0/number") + "/withdraw";
    assertEquals(200, client.as(coordinator, "POST", first, "{\"reason\": \"wrong\"}").status());
    Client.Reply met = client.as(coordinator, "POST", address + "/steps", "{\"stage\": \"met\"}");
    assertEquals(List.of("stage"), met.faults(), met::text);
    assertTrue(json(address).path("stage").isMissingNode());
    String second =
        "{'city': '%s', 'need': '%s', 'kind': 'firm', 'partner': '%s'}"
            .replace('\'', '"')
            .formatted(
                made.get("city").stringValue(),
                made.get("need").stringValue(),
                made.get("partner").stringValue());
    assertEquals(201, client.as(coordinator, "POST", "/api/v1/introductions", second).status());
    String again = "{\"stage\": \"introduced\"}";
    assertEquals(409, client.as(coordinator, "POST", address + "/steps", again).status());
  }

  @Test
  void stepOutOfOrder_isRefused_withBothDates() {
    String address = introduced("recommendations");
    String day = json(address).at("/steps/0/on").stringValue();
    String early = LocalDate.parse(day).minusDays(1).toString();
    String met = "{\"stage\": \"met\", \"on\": \"" + early + "\"}";
    Client.Reply refused = client.as(coordinator, "POST", address + "/steps", met);
    assertEquals(400, refused.status(), refused::text);
    assertEquals(List.of("on"), refused.faults());
    assertTrue(refused.text().contains(early) && refused.text().contains(day), refused::text);
    assertEquals(1, json(address).get("steps").size(), "nothing was added");
    String stopped = "{\"stage\": \"stopped\", \"reason\": \"no budget\"}";
    assertEquals(200, client.as(coordinator, "POST", address + "/steps", stopped).status());
    refused = client.as(coordinator, "POST", address + "/steps", "{\"stage\": \"met\"}");
    assertEquals(400, refused.status(), refused::text);
    assertEquals(2, json(address).get("steps").size());
  }

  @Test
  void board_countsAllThatIsOverdue_notOnlyThoseThatItShows() {
    String made = json(introduced("recommendations")).toString();
    var first = SERVED.client().as(coordinator, "GET", INTRODUCTIONS + "?limit=1", "").json();
    assertTrue(made.contains(first.at("/items/0/id").stringValue()));
    var pair =
        SERVED
            .cohort()
            .program
            .read(
                all ->
                    all.introductions().find(first.at("/items/0/id").stringValue()).orElseThrow());
    SERVED
        .cohort()
        .program
        .write(
            all -> {
              for (int at = 0; at < 55; at++) {
                String id = all.introductions().add(pair).id();
                var _ =
                    all.introductions()
                        .assign(id, new Introduction.Task("Xu", LATE, "", pair.made()));
              }
              return 0;
            });
    int overdue = 0;
    for (JsonNode each : json("/api/v1/board").get("items")) {
      overdue += each.get("overdue").intValue();
    }
    assertTrue(overdue >= 55, "all are counted");
    Document board = SERVED.as(Role.READER, "en").page("/board");
    assertEquals(Integer.toString(overdue), board.select("#overdue .count").text());
  }
}
