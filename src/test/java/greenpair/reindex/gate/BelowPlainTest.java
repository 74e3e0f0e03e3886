package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Text;
import greenpair.match.Given;
import greenpair.match.past.Past;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The warning about a ranking that the plain model betters.
class BelowPlainTest {
  @Test
  void rankingBelowThePlainModel_isReported_withBothFigures_inBothLanguages() {
    Text text =
        PublicationGate.belowPlain(new Past.Check(144, 0.3214, 0.4567), Given.PHRASES)
            .orElseThrow();
    for (String each : new String[] {text.en(), text.zh()}) {
      assertTrue(
          each.contains("144") && each.contains("0.321") && each.contains("0.457"), text::toString);
    }
  }

  @Test
  void rankingLevelWithIt_orWithoutPast_isNot() {
    assertEquals(
        Optional.empty(), PublicationGate.belowPlain(new Past.Check(144, 0.4, 0.4), Given.PHRASES));
    assertEquals(Optional.empty(), PublicationGate.belowPlain(null, Given.PHRASES));
  }
}
