package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.catalog.Language;
import greenpair.message.Message;
import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void value_thatIsLong_isCutBetweenCharacters() {
    assertEquals("🚌".repeat(60) + "…", Fault.show("🚌".repeat(61)));
    assertEquals("a" + "🚌".repeat(59), Fault.show("a" + "🚌".repeat(59)));
  }

  @Test
  void value_withHalfAPair_isShownAsReplacement() {
    assertEquals("a\uFFFDb", Fault.show("a\uD83Db"));
  }

  @Test
  void fault_isASentence_inBothLanguages() {
    Fault fault =
        Fault.of(
            "limit",
            "0",
            Message.of("check.integer", "min", 1, "max", 10_000),
            Message.of("next.leave_out"));
    assertEquals(
        "limit must be an integer from 1 to 10000; the value was \"0\".",
        fault.sentence().in(Language.EN));
    assertEquals("limit须为1至10000的整数；实际为“0”。", fault.sentence().in(Language.ZH));
    assertEquals(
        "must be an integer from 1 to 10000, not \"0\"; leave it out.",
        fault.beside().in(Language.EN));
    assertEquals("“0”有误：须为1至10000的整数；请删除此项。", fault.beside().in(Language.ZH));
  }

  @Test
  void faults_areCounted_inTheDetail() {
    Faults faults = new Faults();
    faults.add("a", null, Message.of("check.required"), Message.of("next.add"));
    faults.add("b", null, Message.of("check.required"), Message.of("next.add"));
    RefusedException refused = assertThrows(RefusedException.class, faults::throwIfAny);
    assertEquals("a is required. 2 errors in all; see errors.", refused.detail().in(Language.EN));
    assertEquals("a为必填项。共有2处错误，见errors。", refused.detail().in(Language.ZH));
  }

  @Test
  void faults_oneOfThemInTheAddress_areNotFound() {
    Faults faults = new Faults();
    faults.add("limit", "0", Message.of("check.required"), Message.of("next.add"));
    faults.addMissing("id", "x", Message.of("check.required"), Message.of("next.add"));
    RefusedException refused = assertThrows(RefusedException.class, faults::throwIfAny);
    assertEquals(ProblemKind.NOT_FOUND, refused.kind());
    assertEquals(2, refused.faults().size());
  }

  @Test
  void faults_none_letTheRequestPass() {
    new Faults().throwIfAny();
  }
}
