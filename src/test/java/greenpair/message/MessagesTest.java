package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void message_isWritten_inEachLanguage() {
    Message message = Message.of("check.integer", "min", 1, "max", 9);
    assertEquals("must be an integer from 1 to 9", message.in(Language.EN));
    assertEquals("须为1至9的整数", message.in(Language.ZH));
    assertEquals(new Text("must be an integer from 1 to 9", "须为1至9的整数"), message.text());
  }

  @Test
  void limit_isWritten_asItIsTyped() {
    assertEquals(
        "must have at most 1048576 bytes",
        Message.of("body.bytes", "most", 1_048_576).in(Language.EN));
  }

  @Test
  void plural_followsTheNumber_andGroupsItsDigits() {
    Message first = Message.of("check.required");
    assertEquals(
        "is required 1 error in all; see errors.",
        Message.of("fault.count", "first", first, "count", 1).in(Language.EN));
    assertEquals(
        "is required 2,000 errors in all; see errors.",
        Message.of("fault.count", "first", first, "count", 2_000).in(Language.EN));
  }

  @Test
  void list_isSeparated_asTheLanguageDoes() {
    Message message = Message.of("check.one_of", "values", List.of("firm", "financier"));
    assertEquals("must be one of firm, financier", message.in(Language.EN));
    assertEquals("须为firm、financier之一", message.in(Language.ZH));
  }

  @Test
  void argument_thatIsAMessageOrText_isInTheSameLanguage() {
    Message kind = Message.of("check.entry", "kind", Message.of("words.common", "word", "city"));
    assertEquals("must be the id of a city in the catalog", kind.in(Language.EN));
    assertEquals("须为目录中某个城市的编号", kind.in(Language.ZH));
    Message why = Message.of("plan.impossible", "why", new Text("no slots", "没有时段"));
    assertEquals("无法排定：没有时段", why.in(Language.ZH));
  }

  @Test
  void bracesAndQuotes_ofAnArgument_stayAsTheyAre() {
    Message message = Message.of("next.add_such_as", "example", "{\"n\": 'x'} {0}");
    assertEquals("add it, such as {\"n\": 'x'} {0}", message.in(Language.EN));
    assertEquals(
        "GET /api/v1/cities/{id} lists the needs of a city",
        Message.of("find.need").in(Language.EN));
  }

  @Test
  void unknownKey_andNameWithoutValue_areFaults() {
    Message unknown = Message.of("no.such.key");
    assertThrows(IllegalArgumentException.class, () -> unknown.in(Language.EN));
    assertThrows(IllegalArgumentException.class, () -> Message.of("check.integer", "min"));
  }

  @Test
  void manyThreads_writeTheSameMessage() throws Exception {
    Callable<Boolean> work =
        () ->
            IntStream.range(0, 500)
                .allMatch(
                    n ->
                        Message.of("check.integer", "min", n, "max", n + 1)
                            .in(Language.EN)
                            .equals("must be an integer from " + n + " to " + (n + 1)));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> each : threads.invokeAll(List.of(work, work, work, work))) {
        assertTrue(each.get());
      }
    }
  }
}
