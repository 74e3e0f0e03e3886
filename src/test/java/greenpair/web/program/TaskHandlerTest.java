package greenpair.web.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static String calendar(Introduction.Stage stage, Duration later) {
    Stamp made = new Stamp("Li", NOW);
    Introduction.Task task =
        new Introduction.Task(
            "王芳",
            LocalDate.of(2026, 3, 31),
            "Call; then write\nATTENDEE:mailto:x@example.org" + "\u2028BEGIN:VTODO\u0085END:VEVENT",
            new Stamp("Li", NOW.plus(later)));
    Introduction introduction =
        new Introduction(
            1,
            "i1",
            new EntryId("cn-jilin"),
            null,
            Kind.FIRM,
            new EntryId("byd"),
            null,
            made,
            List.of(new Introduction.Step(stage, LocalDate.of(2026, 3, 1), null, "", made)),
            List.of(),
            task);
    return TaskHandler.calendar(
        introduction, task, LocalDate.of(2026, 3, 31), "吉林市", "比亚迪", Language.ZH);
  }

  @Test
  void task_isADay_withAReminder_andChangesTheSameEntry() {
    String first = calendar(Introduction.Stage.MET, Duration.ZERO);
    assertTrue(first.contains("DTSTART;VALUE=DATE:20260331\r\n"), first);
    assertTrue(first.contains("DTEND;VALUE=DATE:20260401\r\n"), first);
    assertTrue(first.contains("SUMMARY:王芳：比亚迪与吉林市\r\n"), first);
    assertTrue(first.contains("DESCRIPTION:Call\\; then write ATTENDEE"), first);
    assertTrue(first.contains("TRIGGER:-P1D\r\n"), first);
    assertFalse(first.lines().anyMatch(each -> each.startsWith("ATTENDEE")), first);
    assertFalse(first.chars().anyMatch(each -> "\u0085\u2028\u2029".indexOf(each) >= 0), first);
    String second = calendar(Introduction.Stage.MET, Duration.ofMinutes(2));
    assertTrue(second.contains("SEQUENCE:120\r\n"), second);
    assertEquals(uid(first), uid(second));
  }

  @Test
  void task_ofAnIntroductionThatEnded_isCancelled() {
    String ended = calendar(Introduction.Stage.CONTRACT, Duration.ZERO);
    assertTrue(ended.contains("STATUS:CANCELLED\r\n") && ended.contains("SEQUENCE:1\r\n"), ended);
    assertFalse(ended.contains("VALARM"), ended);
  }

  private static String uid(String calendar) {
    return calendar.lines().filter(each -> each.startsWith("UID:")).findFirst().orElseThrow();
  }
}
