package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.generation.RegistryPast;
import greenpair.match.Given;
import greenpair.match.past.Past;
import greenpair.match.past.Past.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a run says of the past of the registries.
class PastNoteTest {
  private static Optional<Text> note(Verdict verdict, Past.@Nullable Check check) {
    Past.Finding finding =
        new Past.Finding(new RegistryPast(Set.of()), verdict, 240, check, List.of());
    return PublicationGate.past(finding, Given.PHRASES);
  }

  @Test
  void rankingBelowASimplerOne_isReported_withNameAndFigures_inBothLanguages() {
    for (Verdict verdict : new Verdict[] {Verdict.ESTIMATED, Verdict.NO_GAIN}) {
      Text text = note(verdict, new Past.Check(144, 0.3214, "popularity", 0.4567)).orElseThrow();
      for (String each : new String[] {text.best(Language.EN), text.best(Language.ZH)}) {
        assertTrue(
            List.of("144", "0.321", "popularity", "0.457").stream().allMatch(each::contains),
            text::toString);
      }
    }
  }

  @Test
  void estimatedWeights_levelWithIt_areNot() {
    assertEquals(
        Optional.empty(), note(Verdict.ESTIMATED, new Past.Check(144, 0.4, "popularity", 0.4)));
  }

  @Test
  void shippedWeights_areReported_withTheReason_inBothLanguages() {
    Set<String> said = new HashSet<>();
    for (Verdict each : Verdict.values()) {
      note(each, null)
          .ifPresent(
              text -> {
                assertTrue(
                    text.best(Language.EN).contains("shipped weights"), text.best(Language.EN));
                assertTrue(text.best(Language.ZH).contains("默认权重"), text.best(Language.ZH));
                said.add(text.best(Language.EN));
              });
    }
    assertEquals(Verdict.values().length - 1, said.size(), said.toString());
    assertTrue(note(Verdict.FEW_CHOICES, null).orElseThrow().best(Language.EN).contains("240"));
  }
}
