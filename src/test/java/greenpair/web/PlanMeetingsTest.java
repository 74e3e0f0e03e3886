package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Timetables of a summit over HTTP and on the pages, with their calendars.
class PlanMeetingsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String PLANS = "/api/v1/plans";
  private static final String SUMMIT =
      "{\"wishes\": [{\"city\": \"cn-shenzhen\", \"with\": \"byd\", \"share\": 0.9}, {\"city\":"
          + " \"us-ca-losangeles\", \"with\": \"byd\", \"share\": 0.8}, {\"city\": \"cn-jilin\","
          + " \"with\": \"byd\", \"share\": 0.7}], \"days\": [\"2027-05-10\"], \"from\": \"09:00\","
          + " \"until\": \"10:10\", \"zone\": \"Asia/Shanghai\", \"tables\": 2}";

  private final Client client = SERVED.client();
  private final String coordinator = SERVED.cohort().token("Li", Role.COORDINATOR);

  private String planned(String sort, String body) {
    return Plans.planned(client, coordinator, sort, body);
  }

  /// The events of a calendar by UID, each with its properties by name.
  private Map<String, Map<String, String>> events(String address) {
    Client.Reply reply = client.as(coordinator, "GET", address, "");
    assertEquals(200, reply.status(), reply.text());
    assertTrue(reply.header("Content-Type").startsWith("text/calendar"));
    assertTrue(reply.text().startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), reply.text());
    for (String line : reply.text().split("\r\n", -1)) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    Map<String, Map<String, String>> events = new TreeMap<>();
    Map<String, String> event = new TreeMap<>();
    for (String line : reply.text().replace("\r\n ", "").split("\r\n", -1)) {
      String[] parts = line.split(":", 2);
      if (line.equals("BEGIN:VEVENT")) {
        event = new TreeMap<>();
      } else if (line.equals("END:VEVENT")) {
        events.put(event.getOrDefault("UID", ""), event);
      } else if (parts.length == 2) {
        event.put(parts[0], parts[1]);
      }
    }
    return events;
  }

  @Test
  void timetable_isMade_andGoesIntoCalendars_whichLaterOnesChange() {
    String first = planned("meetings", SUMMIT);
    JsonNode made = client.as(coordinator, "GET", first, "").json();
    assertEquals(2, made.at("/meetings/meetings").size(), made::toString);
    assertEquals("cn-jilin", made.at("/meetings/waiting/0/city").stringValue());
    assertTrue(made.at("/meetings/proven").booleanValue());
    assertTrue(
        client.as(coordinator, "GET", first + "/check", "").json().get("sound").booleanValue());
    assertEquals(
        3,
        client.as(coordinator, "GET", first + "/meetings?format=csv", "").text().lines().count());

    Map<String, Map<String, String>> before = events(first + "/calendar");
    assertEquals(2, before.size());
    String text = client.as(coordinator, "GET", first + "/calendar?lang=zh", "").text();
    assertTrue(text.contains("DTSTART:20270510T010000Z"), "nine in Shanghai, in UTC: " + text);
    assertTrue(text.contains("号桌"), text);

    String id = first.substring(first.lastIndexOf('/') + 1);
    String again =
        planned("meetings", "{\"keep\": \"" + id + "\", \"cancelled\": [\"us-ca-losangeles\"]}");
    JsonNode now = client.as(coordinator, "GET", again, "").json();
    assertTrue(now.at("/meetings/meetings").toString().contains("cn-jilin"), now::toString);
    Map<String, Map<String, String>> after = events(again + "/calendar");
    assertEquals(3, after.size(), "one stays, one is new, one is cancelled");
    before.forEach(
        (uid, event) -> {
          Map<String, String> changed = after.getOrDefault(uid, Map.of());
          boolean gone = uid.startsWith("us-ca-losangeles");
          assertEquals("0", event.get("SEQUENCE"), uid);
          assertEquals("1", changed.get("SEQUENCE"), uid);
          assertEquals(gone ? "CANCELLED" : "CONFIRMED", changed.get("STATUS"), uid);
          assertEquals(event.get("DTSTART"), changed.get("DTSTART"), uid);
        });
    assertEquals(1, events(again + "/calendar/cn-jilin").size());
  }

  @Test
  void programmeThatPaysGrants_isOnTheListsOfAPlan_butHasNoTable() {
    String partners = planned("partners", "{\"cities\": [\"us-ca-losangeles\"]}");
    String plan = client.as(coordinator, "GET", partners, "").text();
    assertTrue(plan.contains("\"cpuc-tech\"") && plan.contains("\"kresge\""), plan);
    String summit =
        planned(
            "meetings",
            """
            {"plan": "%s", "days": ["2027-05-10"], "from": "09:00", "until": "17:00",
              "zone": "America/Los_Angeles", "tables": 9}\
            """
                .formatted(partners.substring(partners.lastIndexOf('/') + 1)));
    String made = client.as(coordinator, "GET", summit, "").json().get("meetings").toString();
    assertTrue(made.contains("\"kresge\""), made);
    assertFalse(made.contains("\"cpuc-tech\""), made);
  }

  @Test
  void timetable_withOneInterpreter_hasOneMeetingOfChinaWithOthersAtATime() {
    String plan =
        planned(
            "meetings",
            """
            {"wishes": [{"city": "cn-shenzhen", "with": "us-ca-losangeles"},
              {"city": "cn-jilin", "with": "us-ca-fresno", "share": 0.5},
              {"city": "cn-wuhan", "with": "byd"}],
             "days": ["2027-05-10"], "from": "09:00", "until": "09:30", "interpreters": 1}
            """);
    JsonNode made = client.as(coordinator, "GET", plan, "").json();
    assertEquals("cn-jilin", made.at("/meetings/waiting/0/city").stringValue(), made::toString);
    for (JsonNode each : made.at("/meetings/meetings")) {
      boolean isAcross = each.path("city").stringValue().equals("cn-shenzhen");
      assertEquals(isAcross, each.path("interpreted").booleanValue(), made::toString);
    }
    assertEquals(2, made.at("/meetings/meetings").size(), made::toString);
    Document page = SERVED.as(Role.COORDINATOR, "zh").page(plan.replace("/api/v1", ""));
    assertTrue(page.text().contains("配译员"), page.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | plan days",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-02-30\"]} |"
            + " days[0]",
        "{\"wishes\": [{\"city\": \"byd\"}], \"days\": [\"2027-05-10\"], \"tables\": 0} |"
            + " wishes[0].city wishes[0].with tables",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"from\": \"12:00\", \"until\": \"09:00\"} | until",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"breaks\": [{\"from\": \"12:00\", \"until\": \"13:30\"}, {\"from\": \"13:30\","
            + " \"until\": \"12:00\"}, {\"from\": \"12:00\", \"until\": \"01:30\"}]} | breaks[1]"
            + " breaks[2]",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"zone\": \"Mars/Base\"} | zone",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"arrivals\": [{\"who\": \"cn-shenzhen\", \"at\": \"2027-05-10T10:00\"}]} |"
            + " arrivals",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"arrivals\": [{\"who\": \"byd\", \"at\": \"2027-05-10T10:00\"}],"
            + " \"departures\": [{\"who\": \"byd\", \"at\": \"2027-05-10T09:00\"}]} | departures",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"cn-yanan\"}, {\"city\": \"cn-yanan\","
            + " \"with\": \"cn-jilin\"}], \"days\": [\"2027-05-10\"]} | wishes[1]",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"arrivals\": [{\"who\": \"byd\", \"at\": \"2027-05-10T10:00\"}, {\"who\": \"byd\","
            + " \"at\": \"2027-05-10T11:00\"}]} | arrivals[1]",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\", \"share\": 0}], \"days\":"
            + " [\"2027-05-10\"]} | wishes[0].share",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"cancelled\": [\"us-ca-oakland\"]} | cancelled",
        "{\"keep\": \"nothing\"} | keep",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\": [\"2027-05-10\"],"
            + " \"pairs\": \"x\"} | pairs",
        "{\"wishes\": [{\"city\": \"cn-jilin\", \"with\": \"byd\"}], \"days\":"
            + " [\"+999999999-12-31\"], \"zone\": \"-18:00\"} | days[0]"
      })
  void badBody_isRefusedWithAllItsFaults(String body, String faults) {
    Client.Reply reply = client.as(coordinator, "POST", PLANS + "/meetings", body);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of(faults.split(" ")), reply.faults());
  }

  @Test
  void city_seesItsOwnMeetingsOnceTheyAreShared() {
    String plan = planned("meetings", SUMMIT);
    String staff = SERVED.cohort().token("Wu", Role.CITY, "cn-shenzhen");
    assertEquals(404, client.as(staff, "GET", plan + "/meetings/cn-shenzhen", "").status());
    client.as(coordinator, "POST", plan + "/share", "{\"until\": \"2099-12-31\"}");
    JsonNode own = client.as(staff, "GET", plan + "/meetings/cn-shenzhen", "").json();
    assertEquals(1, own.get("items").size());
    assertEquals(403, client.as(staff, "GET", plan + "/meetings/byd", "").status());
    assertEquals(403, client.as(staff, "GET", plan + "/calendar/us-ca-losangeles", "").status());
    assertEquals(403, client.as(staff, "GET", plan + "/calendar", "").status());
  }

  @ParameterizedTest
  @CsvSource({"en, Calendar, meeting", "zh, 日历文件, 安排会谈"})
  void timetable_onThePages_isMadeOfAPlan_printedAndMadeAgain(
      String language, String calendar, String count) {
    planned("partners", "{\"cities\": [\"us-ca-losangeles\", \"cn-shenzhen\"]}");
    Visitor visitor = SERVED.as(Role.COORDINATOR, language);
    String partners = visitor.page("/plans").select("#field-meetings-plan option").attr("value");
    Client.Reply asked =
        visitor.post(
            "/plans/meetings",
            "plan",
            partners,
            "days",
            "2027-05-10\n2027-05-11",
            "zone",
            "Asia/Shanghai",
            "breaks",
            "12:00-13:30",
            "tables",
            "3");
    assertEquals(303, asked.status(), asked::text);
    String path = asked.header("Location");
    Plans.await(client, coordinator, "/api/v1" + path);
    Document page = visitor.page(path);
    assertTrue(page.select(".headline").text().contains(count), page.text());
    assertTrue(page.text().contains(calendar));
    assertFalse(page.select(".delegation li").isEmpty());
    assertFalse(page.text().contains("12:10"), "nobody meets in the break");

    String gone = page.select("#field-cancelled option").attr("value");
    Client.Reply again =
        visitor.post("/plans/meetings", "keep", path.replace("/plans/", ""), "cancelled", gone);
    assertEquals(303, again.status(), again::text);
    Plans.await(client, coordinator, "/api/v1" + again.header("Location"));
    assertFalse(
        visitor
            .page(again.header("Location"))
            .select("#field-cancelled option")
            .eachAttr("value")
            .contains(gone));
  }
}
