package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introduction.Stage;
import greenpair.program.introduction.Introduction.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Stamp LI = new Stamp("Li", Instant.EPOCH);

  private static Introduction introduction(String id, String partner, Stage... stages) {
    List<Step> steps = new ArrayList<>();
    for (Stage stage : stages) {
      String reason = stage == Stage.STOPPED ? "too dear" : null;
      steps.add(new Step(stage, DAY.plusDays(steps.size()), reason, "", LI));
    }
    return new Introduction(
        1, id, new EntryId("cn-jilin"), null, Kind.FIRM, new EntryId(partner), LI, steps);
  }

  @ParameterizedTest
  @CsvSource({
    "INTRODUCED, INTRODUCED, false",
    "INTRODUCED STOPPED, INTRODUCED, true",
    "INTRODUCED MET, MET, false",
    "INTRODUCED MET STOPPED, MET, true",
    "INTRODUCED PILOT, PILOT, false",
    "INTRODUCED MET PILOT STOPPED, PILOT, true",
    "INTRODUCED CONTRACT, CONTRACT, true",
    "INTRODUCED CONTRACT STOPPED, CONTRACT, true",
    "INTRODUCED STOPPED MET, MET, false",
  })
  void steps_areReadAsTheStageReached(String words, Stage reached, boolean ended) {
    Stage[] stages = List.of(words.split(" ")).stream().map(Stage::valueOf).toArray(Stage[]::new);
    Outcomes outcomes = of(List.of(introduction("a", "byd", stages)));
    assertEquals(List.of(), outcomes.leftOut());
    assertEquals(reached, outcomes.usable().getFirst().reached());
    assertEquals(ended, outcomes.usable().getFirst().ended());
  }

  private static Outcomes of(List<Introduction> introductions) {
    return Outcomes.of(introductions);
  }

  @Test
  void stepBeforeItsIntroduction_isLeftOut_withBothDates() {
    Introduction good = introduction("a", "byd", Stage.INTRODUCED);
    Introduction bad =
        new Introduction(
            1,
            "b",
            good.city(),
            null,
            Kind.FIRM,
            good.partner(),
            LI,
            List.of(good.steps().getFirst(), new Step(Stage.MET, DAY.minusDays(1), null, "", LI)));
    Outcomes outcomes = of(List.of(bad, good));
    assertEquals(1, outcomes.usable().size());
    UnusedIntroduction left = outcomes.leftOut().getFirst();
    assertEquals("b", left.introduction());
    assertTrue(left.because().toString().contains("2026-02-28"), left::toString);
    assertTrue(left.because().toString().contains("2026-03-01"), left::toString);
    assertTrue(String.valueOf(left.because().zh()).contains("早于"), left::toString);
  }

  @Test
  void outcomes_beyondAThousand_areSampled_whateverTheirOrder() {
    List<Introduction> many = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      many.add(introduction("i" + i, "f" + i, Stage.INTRODUCED, Stage.CONTRACT));
    }
    Outcomes outcomes = assertTimeout(Duration.ofSeconds(60), () -> of(List.copyOf(many)));
    assertEquals(Outcomes.MOST, outcomes.usable().size());
    assertEquals(100_000, outcomes.count());
    Collections.shuffle(many, new Random(1));
    assertEquals(outcomes, of(many));
  }

  @Test
  void contradictingOutcomes_ofOnePair_areAllLeftOut() {
    Outcomes outcomes =
        of(
            List.of(
                introduction("b", "byd", Stage.INTRODUCED, Stage.STOPPED),
                introduction("a", "byd", Stage.INTRODUCED, Stage.CONTRACT),
                introduction("c", "zum", Stage.INTRODUCED, Stage.CONTRACT)));
    assertEquals(List.of("c"), outcomes.usable().stream().map(Outcome::introduction).toList());
    assertEquals(
        List.of("a", "b"),
        outcomes.leftOut().stream().map(UnusedIntroduction::introduction).toList());
    assertTrue(outcomes.leftOut().toString().contains("ended differently"));
  }

  @Test
  void repeatedIntroductions_ofOnePair_countOnce_byTheOneThatEnded() {
    Outcomes outcomes =
        of(
            List.of(
                introduction("a", "byd", Stage.INTRODUCED, Stage.MET),
                introduction("b", "byd", Stage.INTRODUCED, Stage.MET, Stage.STOPPED)));
    assertEquals(List.of("b"), outcomes.usable().stream().map(Outcome::introduction).toList());
    assertEquals("a", outcomes.leftOut().getFirst().introduction());
  }
}
