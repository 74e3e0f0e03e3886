package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.index.contract.Candidate;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of every signal, on pairings in which each fact may be missing.
class SignalContractTest {
  private static Map<String, Signal> signals(Kind kind) {
    Map<String, Signal> signals = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      signals.putAll(Signals.of(kind, side));
    }
    return signals;
  }

  @Seeded
  void everySignal_ofRandomPairings_isInRangeOrThePrior(Random random) {
    RandomPairings draw = new RandomPairings(random);
    for (Kind kind : Kind.RANKED) {
      NeedCandidatePair pair =
          NeedCandidatePair.of(draw.query(), draw.candidate(kind, "x"), Given.RULES);
      signals(kind)
          .forEach(
              (name, signal) -> {
                Signal.SignalValue reading = signal.read(pair);
                assertTrue(reading.value() >= 0 && reading.value() <= 1, () -> name + reading);
                if (!reading.known()) {
                  assertEquals(Given.RULES.ranking().prior(name), reading.value(), name);
                }
                assertEquals(reading, signal.read(pair), name);
              });
    }
  }

  @Seeded
  void oneMoreProvenCase_neverLowersAnySignal(Random random) {
    RandomPairings draw = new RandomPairings(random);
    for (Kind kind : Kind.RANKED) {
      MatchQuery query = draw.query();
      Candidate before = draw.candidate(kind, "x");
      NeedCandidatePair less = NeedCandidatePair.of(query, before, Given.RULES);
      NeedCandidatePair more =
          NeedCandidatePair.of(query, draw.provenOnceMore(before), Given.RULES);
      signals(kind)
          .forEach(
              (name, signal) -> {
                double was = signal.read(less).value();
                double is = signal.read(more).value();
                assertTrue(is >= was - 1e-12, () -> name + " from " + was + " to " + is);
              });
    }
  }

  @Test
  void everySignal_ofManyPairings_isBothKnownAndUnknownUnlessItAlwaysKnows() {
    Set<String> unknown = new HashSet<>();
    Set<String> known = new HashSet<>();
    RandomPairings draw = new RandomPairings(new Random(1));
    for (int i = 0; i < 300; i++) {
      for (Kind kind : Kind.RANKED) {
        NeedCandidatePair pair =
            NeedCandidatePair.of(draw.query(), draw.candidate(kind, "x"), Given.RULES);
        signals(kind)
            .forEach((name, signal) -> (signal.read(pair).known() ? known : unknown).add(name));
      }
    }
    assertEquals(Set.copyOf(Signals.NAMES), known);
    Set<String> never = new HashSet<>(Signals.NAMES);
    never.removeAll(unknown);
    // No case on record is known to be none.
    assertEquals(Set.of(DeploymentEvidence.NAME), never);
  }

  @Test
  void unknownSignal_canFallBelowItsPriorOnlyIfAKnownOneCan() {
    Map<String, Double> known = new HashMap<>();
    Map<String, Double> unknown = new HashMap<>();
    RandomPairings draw = new RandomPairings(new Random(1));
    for (int i = 0; i < 1000; i++) {
      for (Kind kind : Kind.RANKED) {
        NeedCandidatePair pair =
            NeedCandidatePair.of(draw.query(), draw.candidate(kind, "x"), Given.RULES);
        signals(kind)
            .forEach(
                (name, signal) -> {
                  Signal.SignalValue reading = signal.read(pair);
                  (reading.known() ? known : unknown).merge(name, reading.least(), Math::min);
                });
      }
    }
    unknown.forEach(
        (name, least) -> {
          double lowest = known.getOrDefault(name, 0.0);
          assertTrue(lowest >= least, () -> name + " is known to be " + lowest);
          double prior = Given.RULES.ranking().prior(name);
          assertEquals(lowest < prior, least < prior, () -> name + " is at least " + least);
        });
  }

  @Test
  void fieldOnWhichASignalRests_isAFieldOfAKindThatIsRanked() {
    for (String signal : Signals.NAMES) {
      if (Signals.basis(signal) instanceof Signals.Basis.Field field) {
        assertTrue(
            Kind.RANKED.stream()
                .anyMatch(kind -> FieldTable.keys(Entry.type(kind)).contains(field.key())),
            field::key);
      }
    }
  }

  @Test
  void sides_ofAllKinds_shareNoSignal() {
    // Sensitivity moves a signal by its name alone.
    for (Kind kind : Kind.RANKED) {
      Set<String> both = new HashSet<>(Signals.of(kind, Side.CITY).keySet());
      both.retainAll(Signals.of(kind, Side.PARTNER).keySet());
      assertEquals(Set.of(), both);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void reading_outsideItsRange_isRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> Signal.SignalValue.of(value));
  }
}
