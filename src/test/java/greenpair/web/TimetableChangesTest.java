package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Timetables that keep an earlier one with changes, in the API and on the page.
class TimetableChangesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  /// Slots at 09:00, 09:35 and 10:10 of the place; Shenzhen comes after the first.
  private static final String SUMMIT =
      """
      {"wishes": [{"city": "cn-shenzhen", "with": "byd", "share": 0.9},
              {"city": "us-ca-losangeles", "with": "byd", "share": 0.8},
              {"city": "cn-jilin", "with": "byd", "share": 0.7}],
       "days": ["2027-05-10"], "from": "09:00", "until": "10:45", "zone": "Asia/Shanghai",
       "tables": 2, "arrivals": [{"who": "cn-shenzhen", "at": "2027-05-10T09:30"}]}
      """;

  private final Client client = SERVED.client();
  private final String coordinator = SERVED.cohort().token("Li", Role.COORDINATOR);

  private String planned(String body) {
    Client.Reply asked = client.as(coordinator, "POST", "/api/v1/plans/meetings", body);
    assertEquals(202, asked.status(), asked.text());
    Plans.await(client, coordinator, asked.header("Location"));
    return asked.header("Location");
  }

  private static String id(String plan) {
    return plan.substring(plan.lastIndexOf('/') + 1);
  }

  private String changed(String plan, String changes) {
    return planned("{\"keep\": \"" + id(plan) + "\", " + changes + "}");
  }

  private JsonNode get(String path) {
    return client.as(coordinator, "GET", path, "").json();
  }

  /// The meetings as `01:00 cn-jilin`, in UTC.
  private String meetings(String plan) {
    StringBuilder meetings = new StringBuilder();
    get(plan)
        .at("/meetings/meetings")
        .forEach(
            each ->
                meetings
                    .append(each.get("start").stringValue(), 11, 16)
                    .append(' ')
                    .append(each.get("city").stringValue())
                    .append('\n'));
    return meetings.toString();
  }

  private void assertSound(String plan) {
    JsonNode check = get(plan + "/check");
    assertTrue(check.get("sound").booleanValue(), check::toString);
  }

  @Test
  void pin_movesAMeeting_andTheOneInItsWay_andTheEarlierTimetableStays() {
    String first = planned(SUMMIT);
    String before = meetings(first);
    assertEquals(3, before.lines().count(), before);

    String next = changed(first, pin("cn-shenzhen", "byd", "10:10"));

    assertTrue(meetings(next).contains("02:10 cn-shenzhen"), meetings(next));
    assertEquals(3, meetings(next).lines().count(), meetings(next));
    assertSound(next);
    assertEquals(before, meetings(first));
    assertEquals(1, get(next).at("/meetings/sequence").asInt());
  }

  @Test
  void veto_dropsAMeeting_andItsPlaceIsInCalendarsAsCancelled_andStaysFree() {
    String first = planned(SUMMIT);

    String next = changed(first, veto("byd", "cn-jilin"));

    assertFalse(meetings(next).contains("cn-jilin"), meetings(next));
    assertEquals(0, get(next).at("/meetings/waiting").size());
    assertSound(next);
    String calendar = client.as(coordinator, "GET", next + "/calendar", "").text();
    assertEquals(1, calendar.split("STATUS:CANCELLED", -1).length - 1, calendar);
    String again = changed(next, pin("cn-jilin", "cn-shenzhen", "10:10"));
    assertEquals(3, meetings(again).lines().count(), "not requested");
    assertSound(again);
  }

  /// Each was taken, and had no effect or two.
  @Test
  void whatAnEarlierTimetableDecides_orContradictsItself_isRefused() {
    String keep = "{\"keep\": \"" + id(planned(SUMMIT)) + "\", ";
    String held = pin("cn-shenzhen", "byd", "09:35");
    String twice = held.replace("}]", "}, ") + pin("byd", "cn-shenzhen", "10:10").substring(9);
    Map<String, String> faults =
        Map.of(
            "vetoes[0]",
            held + ", " + veto("byd", "cn-shenzhen"),
            "pins[1]",
            twice,
            "tables",
            "\"tables\": 1",
            "arrivals",
            "\"arrivals\": [{\"who\": \"byd\", \"at\": \"2027-05-10T10:00\"}]");
    faults.forEach(
        (field, changes) -> {
          Client.Reply reply =
              client.as(coordinator, "POST", "/api/v1/plans/meetings", keep + changes + "}");
          assertEquals(400, reply.status(), changes);
          assertEquals(List.of(field), reply.faults(), reply::text);
        });
  }

  private static String pin(String city, String partner, String time) {
    return "'pins': [{'city': '%s', 'partner': '%s', 'start': '2027-05-10T%s'}]"
        .formatted(city, partner, time)
        .replace('\'', '"');
  }

  private static String veto(String city, String partner) {
    return "'vetoes': [{'city': '%s', 'partner': '%s'}]"
        .formatted(city, partner)
        .replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource({"en, is not present", "zh, 不在场"})
  void page_changesWithoutScript_andShowsWhatClashes(String language, String clash) {
    String path = planned(SUMMIT).replace("/api/v1", "");
    Visitor visitor = SERVED.as(Role.COORDINATOR, language);
    Document page = visitor.page(path);
    assertEquals(3, page.select("#field-vetoes option").size(), page::text);
    String keep = id(path);
    Client.Reply done = visitor.post("/plans/meetings", "keep", keep, "vetoes", "cn-jilin=byd");
    assertEquals(303, done.status(), done::text);
    Client.Reply refused =
        visitor.post(
            "/plans/meetings",
            "keep",
            keep,
            "pin_city",
            "cn-shenzhen",
            "pin_partner",
            "byd",
            "pin_start",
            "2027-05-10T09:00");
    assertEquals(400, refused.status(), refused::text);
    assertTrue(refused.text().contains(clash), refused::text);
  }
}
