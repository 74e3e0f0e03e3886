package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void faults_oneOfThemInTheAddress_areNotFound() {
    Faults faults = new Faults();
    faults.add("limit", "0", new Said("r", "r"), new Said("n", "n"));
    faults.addMissing("id", "x", new Said("r", "r"), new Said("n", "n"));
    RefusedException refused = assertThrows(RefusedException.class, faults::throwIfAny);
    assertEquals(ProblemKind.NOT_FOUND, refused.kind());
    assertEquals(2, refused.faults().size());
  }

  @Test
  void faults_none_letTheRequestPass() {
    new Faults().throwIfAny();
  }
}
