package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "is a number from 0 to 9, must be a number from 0 to 9",
    "has at most 3 entries, must have at most 3 entries",
    "must be there: the city, must not be empty: the city",
    "or zh must be there, or zh must be there",
    "is not known: there is no such key, is not known: there is no such key"
  })
  void rule_besideAField_isPutAsADemand(String rule, String asked) {
    Fault fault = Fault.of("f", "x", new Said(rule, "须为数字"), new Said("mend it", "请修改"));
    assertEquals(asked + "; mend it.", fault.says().en());
    assertEquals("须为数字；请修改。", fault.says().zh());
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
