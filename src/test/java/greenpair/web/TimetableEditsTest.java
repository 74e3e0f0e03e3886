package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Timetables that are edited by hand, in the API and on the page.
class TimetableEditsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  /// Two slots, at 01:00 and 01:35 UTC; the third wish has no place.
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

  private String planned() {
    Client.Reply asked = client.as(coordinator, "POST", "/api/v1/plans/meetings", SUMMIT);
    assertEquals(202, asked.status(), asked.text());
    Plans.await(client, coordinator, asked.header("Location"));
    return asked.header("Location");
  }

  private Client.Reply edit(String plan, String action, String city, String partner, String at) {
    String start = at.isEmpty() ? "" : ", \"start\": \"2027-05-10T" + at + ":00Z\"";
    return client.as(
        coordinator,
        "POST",
        plan + "/edits",
        "{\"action\": \"%s\", \"city\": \"%s\", \"partner\": \"%s\"%s}"
            .formatted(action, city, partner, start));
  }

  private JsonNode timetable(String plan) {
    return client.as(coordinator, "GET", plan, "").json().get("meetings");
  }

  private static String times(JsonNode timetable) {
    StringBuilder times = new StringBuilder();
    timetable
        .get("meetings")
        .forEach(
            each ->
                times
                    .append(each.get("start").stringValue(), 11, 16)
                    .append(' ')
                    .append(each.get("city").stringValue())
                    .append('\n'));
    return times.toString();
  }

  @Test
  void edits_changeEverythingThatShowsTheTimetable_andAreUndone() {
    String plan = planned();
    String before = times(timetable(plan));
    assertEquals(3, before.lines().count(), before);
    String digest =
        client.as(coordinator, "GET", plan, "").json().at("/about/digest").stringValue();

    assertEquals(201, edit(plan, "cancel", "cn-jilin", "byd", "").status());
    JsonNode less = timetable(plan);
    assertEquals(2, less.get("meetings").size(), less::toString);
    assertEquals(0, less.get("waiting").size(), "a meeting cancelled by hand is not planned again");

    String free = before.lines().filter(each -> each.contains("jilin")).findFirst().orElseThrow();
    Client.Reply moved = edit(plan, "move", "byd", "us-ca-losangeles", free.substring(0, 5));
    assertEquals(201, moved.status(), moved.text());
    assertTrue(times(timetable(plan)).contains(free.substring(0, 5) + " us-ca-losangeles"));
    assertEquals(
        201,
        edit(plan, "put", "cn-jilin", "cn-shenzhen", free.substring(0, 5)).status(),
        "not requested");

    String csv = client.as(coordinator, "GET", plan + "/meetings?format=csv", "").text();
    assertEquals(4, csv.lines().count(), csv);
    String calendar = client.as(coordinator, "GET", plan + "/calendar", "").text();
    assertEquals(4, calendar.split("SEQUENCE:3\r\n", -1).length - 1, calendar);
    assertEquals(1, calendar.split("STATUS:CANCELLED", -1).length - 1, calendar);
    JsonNode check = client.as(coordinator, "GET", plan + "/check", "").json();
    assertTrue(check.get("sound").booleanValue(), check::toString);
    JsonNode whole = client.as(coordinator, "GET", plan, "").json();
    assertEquals(digest, whole.at("/about/digest").stringValue(), "the stored plan is the same");

    for (String each : List.of(id(whole, 2), id(whole, 1), id(whole, 0))) {
      Client.Reply undone = client.as(coordinator, "POST", plan + "/edits/" + each + "/undo", "{}");
      assertEquals(200, undone.status(), undone.text());
    }
    assertEquals(before, times(timetable(plan)));
    String audit =
        client.as(SERVED.cohort().token("Qi", Role.OPERATOR), "GET", "/api/v1/audit", "").text();
    List.of("plan.cancel_meeting", "plan.move_meeting", "plan.put_meeting", "plan.undo_edit")
        .forEach(each -> assertTrue(audit.contains(each), each));
  }

  private static String id(JsonNode whole, int at) {
    return whole.at("/edits/" + at + "/id").stringValue();
  }

  @Test
  void clash_isRefused_withPersonSlotAndRule_andTheNearestFreeSlots() {
    String plan = planned();
    String early = edit(plan, "move", "cn-shenzhen", "byd", "01:00").text();
    assertTrue(early.contains("is not present at 2027-05-10 09:00"), early);
    assertTrue(early.contains("在2027-05-10 09:00不在场"), early);
    assertTrue(early.contains(" has two meetings at 2027-05-10 09:00: with "), early);
    assertTrue(early.contains("the nearest free ones begin at 2027-05-10 "), early);
    Client.Reply nowhere = edit(plan, "move", "cn-jilin", "byd", "07:00");
    assertEquals(400, nowhere.status());
    assertTrue(nowhere.text().contains("2027-05-10 10:10"), nowhere.text());
  }

  @ParameterizedTest
  @CsvSource({
    "shift, cn-jilin, byd, 01:00, action",
    "move, cn-jilin, byd, '', start",
    "put, cn-jilin, byd, 01:00, partner",
    "move, cn-jilin, cn-shenzhen, 01:00, partner",
    "put, cn-jilin, cn-jilin, 01:00, partner",
    "cancel, nowhere, byd, '', city",
    "move, cn-jilin, byd, 99:00, start"
  })
  void badEdit_isRefused(String action, String city, String partner, String at, String field) {
    Client.Reply reply = edit(planned(), action, city, partner, at);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of(field), reply.faults());
  }

  /// Also where no interpreter is needed.
  @Test
  void interpreter_chosenByHand_isNeverInTwoPlaces_andMustBeOfTheTimetable() {
    Client.Reply asked =
        client.as(
            coordinator,
            "POST",
            "/api/v1/plans/meetings",
            """
            {"wishes": [{"city": "cn-shenzhen", "with": "byd"},
              {"city": "cn-jilin", "with": "catl"}], "days": ["2027-05-10"],
             "from": "09:00", "until": "10:45", "tables": 2,
             "languages": [{"who": "cn-shenzhen", "languages": ["zh"]},
              {"who": "us-ca-losangeles", "languages": ["en"]}],
             "interpreters": [{"name": "Wu", "languages": ["en", "zh"]}]}
            """
                .replace("catl", "us-ca-losangeles"));
    assertEquals(202, asked.status(), asked.text());
    Plans.await(client, coordinator, asked.header("Location"));
    String plan = asked.header("Location");

    assertEquals(201, interpreted(plan, "cn-shenzhen", "byd", "09:00", "Wu").status());
    String twice = interpreted(plan, "cn-jilin", "us-ca-losangeles", "09:00", "Wu").text();
    assertTrue(twice.contains("Wu has two meetings at 2027-05-10 09:00"), twice);
    String unknown = interpreted(plan, "cn-jilin", "us-ca-losangeles", "09:00", "Qi").text();
    assertTrue(unknown.contains("Qi, who is to interpret"), unknown);
    Client.Reply kept =
        client.as(
            coordinator,
            "POST",
            "/api/v1/plans/meetings",
            "{\"keep\": \"" + plan.substring(plan.lastIndexOf('/') + 1) + "\"}");
    Plans.await(client, coordinator, kept.header("Location"));
    JsonNode again = timetable(kept.header("Location"));
    assertEquals(
        1, again.toString().split("\"interpreter\":\"Wu\"", -1).length - 1, again::toString);
    String check = client.as(coordinator, "GET", kept.header("Location") + "/check", "").text();
    assertTrue(check.contains("\"sound\":true"), check);
  }

  private Client.Reply interpreted(
      String plan, String city, String partner, String at, String interpreter) {
    return client.as(
        coordinator,
        "POST",
        plan + "/edits",
        "{\"action\": \"move\", \"city\": \"%s\", \"partner\": \"%s\", \"start\": \"2027-05-10T%s:00Z\", \"interpreter\": \"%s\"}"
            .formatted(city, partner, at, interpreter));
  }

  @Test
  void calendar_inAnotherLanguage_isRefused() {
    Client.Reply reply = client.as(coordinator, "GET", planned() + "/calendar?lang=fr", "");
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of("lang"), reply.faults());
  }

  @Test
  void cancellation_withATimeOrATable_isRefused() {
    String plan = planned();
    Client.Reply reply = edit(plan, "cancel", "cn-jilin", "byd", "01:00");
    assertEquals(400, reply.status(), reply::text);
    assertTrue(reply.text().contains("cancelled meeting"), reply::text);
    assertEquals(3, times(timetable(plan)).lines().count());
  }

  @Test
  void meetingOfAPartner_thatLeftTheCatalog_isMovedAndCancelled() {
    String made = planned();
    String gone = "left-the-catalog";
    String plan =
        "/api/v1/plans/"
            + Plans.withAnother(
                SERVED.cohort().program, made.substring(made.lastIndexOf('/') + 1), "byd", gone);
    assertEquals(200, client.as(coordinator, "GET", plan, "").status());
    String free =
        times(timetable(plan))
            .lines()
            .filter(each -> each.contains("jilin"))
            .findFirst()
            .orElseThrow();
    assertEquals(201, edit(plan, "cancel", "cn-jilin", gone, "").status());
    Client.Reply moved = edit(plan, "move", "us-ca-losangeles", gone, free.substring(0, 5));
    assertEquals(201, moved.status(), moved.text());
    assertEquals(400, edit(plan, "put", "cn-jilin", gone, "01:00").status(), "a new one is not");
  }

  @Test
  void undo_ofAnotherThanTheLastEdit_isRefused() {
    String plan = planned();
    edit(plan, "cancel", "cn-jilin", "byd", "");
    edit(plan, "cancel", "cn-shenzhen", "byd", "");
    JsonNode whole = client.as(coordinator, "GET", plan, "").json();
    String first = plan + "/edits/" + id(whole, 0) + "/undo";
    assertEquals(400, client.as(coordinator, "POST", first, "{}").status());
    assertEquals(404, client.as(coordinator, "POST", plan + "/edits/x/undo", "{}").status());
  }

  @Test
  void timetableThatKeepsAnEditedOne_movesNothing_andPlansNoCancelledMeetingAgain() {
    String plan = planned();
    edit(plan, "cancel", "cn-jilin", "byd", "");
    String kept = times(timetable(plan));
    Client.Reply asked =
        client.as(
            coordinator,
            "POST",
            "/api/v1/plans/meetings",
            "{\"keep\": \"" + plan.substring(plan.lastIndexOf('/') + 1) + "\"}");
    Plans.await(client, coordinator, asked.header("Location"));
    assertEquals(kept, times(timetable(asked.header("Location"))));
    assertTrue(
        client
            .as(coordinator, "GET", asked.header("Location") + "/check", "")
            .json()
            .get("sound")
            .booleanValue());
  }

  @ParameterizedTest
  @CsvSource({"en, cancelled, has two meetings", "zh, 已取消, 有两场会谈"})
  void page_editsWithoutScript_showsClashes_andUndoes(
      String language, String cancelled, String clash) {
    String path = planned().replace("/api/v1", "");
    Visitor visitor = SERVED.as(Role.COORDINATOR, language);
    Document page = visitor.page(path);
    assertEquals(3, page.select("#field-cancel-meeting option").size(), page::text);
    Client.Reply refused =
        visitor.post(
            path + "/edits",
            "action",
            "move",
            "meeting",
            "cn-shenzhen=byd",
            "start",
            "2027-05-10T01:00:00Z");
    assertEquals(400, refused.status(), refused::text);
    assertTrue(refused.text().contains(clash), refused::text);
    String gone =
        visitor.post(path + "/edits", "action", "cancel", "meeting", "cn-jilin=cn-shenzhen").text();
    assertTrue(gone.contains("href=\"#field-cancel-meeting\""), gone);
    Client.Reply done =
        visitor.post(path + "/edits", "action", "cancel", "meeting", "cn-jilin=byd");
    assertEquals(303, done.status(), done::text);
    Document edited = visitor.page(path);
    assertTrue(edited.select("ol li").text().contains(cancelled), edited.text());
    String undo = edited.select("form[action$=/undo]").attr("action");
    assertEquals(303, visitor.post(undo).status());
    assertEquals(1, visitor.page(path).select("ol li s").size());
  }
}
