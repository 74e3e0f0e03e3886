package greenpair.web.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable;
import org.junit.jupiter.api.Test;

class CalendarsTest {
  private static final Instant NINE = Instant.parse("2027-05-10T09:00:00Z");

  private static String calendar(String name) {
    Wish wish = new Wish(new EntryId("c"), new EntryId("p"), 1);
    Slot slot = new Slot(NINE, NINE.plusSeconds(1800), 0, 1);
    Summit summit = new Summit(List.of(slot), List.of(), List.of(wish), Set.of(), List.of(), null);
    PlanRequest.Meetings asked = new PlanRequest.Meetings(summit, "UTC", "root", 3);
    return Calendars.of(
        asked,
        Timetable.of(summit, PlanObserver.NONE),
        null,
        NINE,
        id -> new Text(name, name),
        Language.ZH);
  }

  @Test
  void longNames_areFolded_neverWithinACharacter() {
    String name = "某某新能源汽车产业发展有限公司".repeat(6);
    String text = calendar(name);
    for (String line : text.split("\r\n", -1)) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      assertFalse(line.contains("\uFFFD"), line);
    }
    assertTrue(text.replace("\r\n ", "").contains("SUMMARY:" + name + "与" + name));
    assertTrue(text.contains("SEQUENCE:3\r\n"));
  }

  @Test
  void names_thatLookLikeProperties_stayTexts() {
    String text = calendar("A;B,C\\D\r\nATTENDEE:mailto:x@example.org");
    assertTrue(text.contains("SUMMARY:A\\;B\\,C\\\\D ATTENDEE"), text);
    assertEquals(1, text.lines().filter(each -> each.startsWith("SUMMARY")).count());
    assertTrue(text.lines().noneMatch(each -> each.startsWith("ATTENDEE")), text);
  }
}
