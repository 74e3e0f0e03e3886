package greenpair.plan.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Text;
import greenpair.plan.pairs.CityPair.ProvenProject;
import greenpair.plan.pairs.CityPair.Twin;
import greenpair.plan.pairs.PairMatcher.CityNeed;
import greenpair.registry.config.ConfigFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairMatcherTest {
  private static EntryId id(String value) {
    return new EntryId(value);
  }

  private static List<CityPair> random(long seed, int ones, int others) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CityPair> pairs = new ArrayList<>();
    for (int a = 0; a < ones; a++) {
      for (int b = 0; b < others; b++) {
        double value = random.nextInt(1000) / 1000.0;
        pairs.add(new CityPair(id("a" + a), id("b" + b), value, value, 0, List.of(), Set.of()));
      }
    }
    return pairs;
  }

  /// Against all ways to pair five and five.
  @Test
  void best_ofRandomValues_isTheBestOfAll() {
    for (long seed : Seeded.Runs.seeds(50)) {
      List<CityPair> pairs = random(seed, 5, 5);
      double best = best(pairs, 0, new boolean[5]);

      double found = new PairMatcher(pairs).best(1).stream().mapToDouble(CityPair::value).sum();

      assertEquals(best, found, 1e-9, "seed " + seed);
    }
  }

  private static double best(List<CityPair> pairs, int one, boolean[] taken) {
    if (one == 5) {
      return 0;
    }
    double best = 0;
    for (int other = 0; other < 5; other++) {
      if (!taken[other]) {
        taken[other] = true;
        best = Math.max(best, pairs.get(5 * one + other).value() + best(pairs, one + 1, taken));
        taken[other] = false;
      }
    }
    return best;
  }

  @Test
  void stable_ofRandomPreferences_hasNoBlockingPair() {
    for (long seed : Seeded.Runs.seeds(50)) {
      SplittableRandom random = new SplittableRandom(seed);
      int ones = random.nextInt(2, 8);
      int others = random.nextInt(2, 8);
      int perCity = random.nextInt(1, 3);
      PairMatcher pairing = new PairMatcher(random(seed, ones, others));
      Map<EntryId, List<EntryId>> stated = new HashMap<>();
      for (int a = 0; a < ones; a++) {
        if (random.nextBoolean()) {
          stated.put(id("a" + a), List.of(id("b" + random.nextInt(others))));
        }
      }
      for (int b = 0; b < others; b++) {
        if (random.nextBoolean()) {
          stated.put(id("b" + b), List.of(id("a" + random.nextInt(ones))));
        }
      }
      Map<EntryId, List<EntryId>> wishes = pairing.wishes(stated);
      Map<EntryId, List<EntryId>> partners = new HashMap<>();
      for (CityPair each : pairing.stable(stated, perCity)) {
        partners.computeIfAbsent(each.one(), key -> new ArrayList<>()).add(each.other());
        partners.computeIfAbsent(each.other(), key -> new ArrayList<>()).add(each.one());
      }

      for (int a = 0; a < ones; a++) {
        for (int b = 0; b < others; b++) {
          EntryId one = id("a" + a);
          EntryId other = id("b" + b);
          boolean blocking =
              !partners.getOrDefault(one, List.of()).contains(other)
                  && prefers(one, other, wishes, partners, perCity)
                  && prefers(other, one, wishes, partners, perCity);
          assertFalse(blocking, "seed " + seed + ": " + one + " and " + other);
        }
      }
    }
  }

  private static boolean prefers(
      EntryId city,
      EntryId other,
      Map<EntryId, List<EntryId>> wishes,
      Map<EntryId, List<EntryId>> partners,
      int perCity) {
    List<EntryId> has = partners.getOrDefault(city, List.of());
    assertTrue(has.size() <= perCity);
    List<EntryId> wish = wishes.getOrDefault(city, List.of());
    return has.size() < perCity
        || has.stream().anyMatch(each -> wish.indexOf(each) > wish.indexOf(other));
  }

  @Test
  void pair_ofCitiesThatCanTeachEachOther_namesTheDeployments() {
    ProvenProject buses =
        new ProvenProject(
            id("d1"),
            new Text("Buses", null),
            List.of(new Code("TRN.PUB.EBS")),
            Grade.B,
            Set.of(id("byd")));
    Twin shenzhen =
        new Twin(
            id("cn-shenzhen"),
            new Text("Shenzhen", null),
            List.of(
                new CityNeed(id("n1"), new Text("Heat", null), List.of(new Code("BLD.HVC.ASH")))),
            List.of(buses));
    Twin fresno =
        new Twin(
            id("us-ca-fresno"),
            new Text("Fresno", null),
            List.of(
                new CityNeed(id("n2"), new Text("Buses", null), List.of(new Code("TRN.PUB.EBS"))),
                new CityNeed(id("n3"), new Text("Light", null), List.of(new Code("LGT.LED")))),
            List.of(
                new ProvenProject(
                    id("d2"),
                    new Text("Store", null),
                    List.of(new Code("GRD.STO.BAT")),
                    Grade.A,
                    Set.of(id("byd")))));

    CityPair pair =
        CityPair.of(
            shenzhen,
            fresno,
            new CityPair.Weights(1, 2, 1),
            new ConfigFolder(Path.of("index-config")).taxonomy(),
            (one, other, code) -> 0.6);

    assertEquals(0.25, pair.learning(), 1e-12);
    assertEquals((0.6 + 2 * 0.25 + 1) / 4, pair.value(), 1e-12);
    assertEquals(Set.of(id("byd")), pair.partners());
    assertEquals(1, pair.lessons().size());
    assertEquals(id("n2"), pair.lessons().getFirst().wanted().need());
    assertEquals(id("cn-shenzhen"), pair.lessons().getFirst().teacher());
  }

  /// What such a city could learn is unknown, not nothing.
  @Test
  void learning_withACityWithoutNeeds_isThatOfTheOther() {
    Text name = new Text("Buses", null);
    List<Code> buses = List.of(new Code("TRN.PUB.EBS"));
    Twin teacher =
        new Twin(
            id("a"),
            name,
            List.of(),
            List.of(new ProvenProject(id("d"), name, buses, Grade.B, Set.of())));
    Twin learner = new Twin(id("b"), name, List.of(new CityNeed(id("n"), name, buses)), List.of());

    CityPair pair =
        CityPair.of(
            teacher,
            learner,
            new CityPair.Weights(1, 1, 1),
            new ConfigFolder(Path.of("index-config")).taxonomy(),
            (one, other, code) -> 0);

    assertEquals(1, pair.learning());
  }

  @Test
  void preference_forACityOfTheSameSide_isRefused() {
    PairMatcher pairing = new PairMatcher(random(1, 3, 3));

    assertThrows(
        IllegalArgumentException.class,
        () -> pairing.stable(Map.of(id("a0"), List.of(id("a1"))), 1));
  }
}
