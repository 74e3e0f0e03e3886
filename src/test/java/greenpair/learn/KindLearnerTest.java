package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.match.settings.Side;
import greenpair.program.introduction.Introduction.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KindLearnerTest {
  private static final KindLearner CAUTIOUS = Cases.learner(WeightLearning.DEFAULT_LIMIT);

  private static LearningResult learn(List<Example> examples) {
    return CAUTIOUS.learn(examples, List.of(), List.of());
  }

  private static String refusal(List<Example> examples) {
    LearningResult learnt = learn(examples);
    assertTrue(learnt.wasRefused());
    learnt.weights().forEach(each -> assertEquals(each.before(), each.after()));
    return String.valueOf(learnt.refused());
  }

  @Test
  void weight_ofTheSignalThatDecides_grows_andTheOthersOfItsSideShrink() {
    LearningResult learnt =
        Cases.learner(1).learn(Cases.decidedByEvidence(200, 1), List.of(), List.of());
    assertFalse(learnt.wasRefused());
    LearningResult.Weight evidence = learnt.weights().get(1);
    assertTrue(evidence.after() > 1.5 * evidence.before(), learnt::toString);
    assertTrue(java.util.Objects.requireNonNull(evidence.low()) > evidence.before());
    assertTrue(learnt.weights().get(0).after() < learnt.weights().get(0).before());
    assertTrue(learnt.weights().get(2).after() < learnt.weights().get(2).before());
  }

  @Test
  void moves_withoutApproval_endAtTheLimit_andItIsReported() {
    LearningResult learnt = learn(Cases.decidedByEvidence(200, 1));
    for (LearningResult.Weight each : learnt.weights()) {
      assertTrue(each.after() >= 0);
      assertTrue(Math.abs(each.after() / each.before() - 1) <= 0.2 + 1e-5, each::toString);
    }
    assertTrue(learnt.weights().get(1).limited());
    assertTrue(learnt.notes().toString().contains("evidence"), learnt.notes()::toString);
    for (Side side : Side.values()) {
      double sum =
          learnt.weights().stream()
              .filter(each -> each.side() == side)
              .mapToDouble(LearningResult.Weight::after)
              .sum();
      assertEquals(1, sum, 3e-6);
    }
  }

  @Test
  void removingAnOutcome_givesTheOldWeightsBack_inAnyOrder() {
    List<Example> examples = Cases.decidedByEvidence(40, 2);
    List<Example> more = new ArrayList<>(examples);
    more.add(
        Cases.example(
            Cases.outcome(-1, "city-new", Stage.CONTRACT, true),
            new double[] {0.9, 0.1, 0.5, 0.5, 0.5}));
    LearningResult before = learn(examples);
    assertNotEquals(before.weights(), learn(more).weights());
    more.removeLast();
    Collections.shuffle(more, new Random(3));
    assertEquals(before, learn(more));
  }

  @Test
  void mover_namedFirst_isTheOneWhoseRemovalChangesMost() {
    List<Example> examples = Cases.decidedByEvidence(60, 4);
    LearningResult all = Cases.learner(1).learn(examples, List.of(), List.of());
    String named = all.weights().get(1).movers().getFirst().introduction();
    double[] change = new double[examples.size()];
    int most = 0;
    for (int i = 0; i < change.length; i++) {
      List<Example> without = new ArrayList<>(examples);
      without.remove(i);
      double after = Cases.learner(1).learn(without, List.of(), List.of()).weights().get(1).after();
      change[i] = Math.abs(all.weights().get(1).after() - after);
      most = change[i] > change[most] ? i : most;
    }
    int at = Integer.parseInt(named.substring(1));
    assertTrue(change[at] > 0.7 * change[most], named + " " + change[at] + " " + change[most]);
  }

  @Test
  void weightThatOutcomesCallNothing_endsAtZero_andTheOthersOfItsSideHaveAll() {
    List<Example> against = new ArrayList<>();
    for (Example each : Cases.decidedByEvidence(400, 9)) {
      Outcome was = each.outcome();
      Stage turned =
          StageClasses.ALL.get(
              StageClasses.ALL.size() - 1 - StageClasses.ALL.indexOf(was.reached()));
      Outcome now =
          new Outcome(
              was.introduction(), was.city(), null, was.kind(), was.partner(), turned, true);
      against.add(new Example(now, each.score(), each.effects()));
    }
    LearningResult learnt = Cases.learner(1).learn(against, List.of(), List.of());
    assertFalse(learnt.wasRefused());
    for (LearningResult.Weight each : learnt.weights()) {
      assertTrue(each.after() >= 0 && each.after() <= 1, each::toString);
    }
    LearningResult.Weight evidence = learnt.weights().get(1);
    assertTrue(evidence.after() < 0.2 * evidence.before(), evidence::toString);
    assertTrue(evidence.limited(), evidence::toString);
    assertTrue(learnt.notes().toString().contains("evidence"), learnt.notes()::toString);
    assertEquals(
        1,
        learnt.weights().subList(0, 3).stream().mapToDouble(LearningResult.Weight::after).sum(),
        3e-6);
  }

  @Test
  void tooFewLabels_areRefused_howeverManyAreOpen() {
    List<Example> examples = new ArrayList<>(Cases.decidedByEvidence(19, 5));
    for (int i = 100; i < 200; i++) {
      examples.add(
          Cases.example(
              Cases.outcome(i, "city-" + i % 7, Stage.MET, false),
              new double[] {0.5, 0.5, 0.5, 0.5, 0.5}));
    }
    String refusal = refusal(examples);
    assertTrue(refusal.contains("19") && refusal.contains("20"), refusal);
  }

  @Test
  void equalLabels_areRefused() {
    List<Example> examples =
        Cases.decidedByEvidence(60, 6).stream()
            .filter(each -> each.outcome().reached() == Stage.MET)
            .toList();
    List<Example> same = new ArrayList<>(examples);
    for (int i = 100; i < 130; i++) {
      same.add(
          Cases.example(
              Cases.outcome(i, "city-" + i % 7, Stage.MET, true),
              new double[] {0.5, 0.4, 0.3, 0.2, 0.1}));
    }
    assertTrue(refusal(same).contains("met " + same.size()), refusal(same));
  }

  @Test
  void labelsOfOneCity_areRefused_andOfNearlyOne_countAsMuchAsTheOthers() {
    String refusal = refusal(ofCity(Cases.decidedByEvidence(50, 7), 50));
    assertTrue(refusal.contains("City of one-city"), refusal);
    LearningResult learnt = learn(ofCity(Cases.decidedByEvidence(60, 7), 45));
    assertFalse(learnt.wasRefused());
    String notes = learnt.notes().toString();
    assertTrue(
        notes.contains("45 of 60 introductions, open ones included, are from City of one-city"),
        notes);
    assertTrue(notes.contains("45项来自城市one-city"), notes);
  }

  @Test
  void manyLabels_ofOneCity_weighNoMoreThanAFewOthers() {
    List<Example> examples = Cases.decidedByEvidence(Outcomes.MOST_OF_A_CITY + 30, 8);
    List<Example> one = ofCity(examples, Outcomes.MOST_OF_A_CITY);
    LearningResult learnt =
        assertTimeout(
            Duration.ofSeconds(20), () -> Cases.learner(1).learn(one, List.of(), List.of()));
    LearningResult.Weight evidence = learnt.weights().get(1);
    assertTrue(
        java.util.Objects.requireNonNull(evidence.high())
                - java.util.Objects.requireNonNull(evidence.low())
            > 0.05,
        "sixty labels' worth of certainty, not that of all: " + evidence);
  }

  private static List<Example> ofCity(List<Example> examples, int count) {
    List<Example> changed = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      Outcome was = each.outcome();
      Outcome now = Cases.outcome(i, i < count ? "one-city" : "city-" + i, was.reached(), true);
      changed.add(new Example(now, each.score(), each.effects()));
    }
    return changed;
  }

  @Test
  void stages_withFewEnds_joinTheirNeighbours() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      outcomes.add(Cases.outcome(i, "a", Stage.INTRODUCED, true));
    }
    for (int i = 20; i < 25; i++) {
      outcomes.add(Cases.outcome(i, "a", Stage.MET, true));
    }
    for (int i = 30; i < 33; i++) {
      outcomes.add(Cases.outcome(i, "a", Stage.CONTRACT, true));
      outcomes.add(Cases.outcome(i + 10, "a", Stage.CONTRACT, false));
    }
    StageClasses stages = StageClasses.of(outcomes);
    assertEquals(List.of(Stage.INTRODUCED, Stage.MET), stages.starts());
    assertEquals(1, stages.classOf(Stage.CONTRACT));
    assertEquals(0, stages.classOf(Stage.INTRODUCED));
  }
}
