package greenpair.plan.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Text;
import greenpair.plan.ImpossibleException;
import greenpair.plan.pairs.CityPair.CityNeed;
import greenpair.plan.pairs.CityPair.ProvenProject;
import greenpair.plan.pairs.CityPair.Twin;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.Test;

class CityPairTest {
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

      double found = CityPair.best(pairs, 1).stream().mapToDouble(CityPair::value).sum();

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

  /// 100 cities of each side, as where no programme names its cities.
  @Test
  void best_ofManyCities_pairsEachOnce_andRefusesMore() {
    List<CityPair> pairs = random(1, 100, 100);

    assertEquals(100, CityPair.best(pairs, 1).size());
    assertThrows(ImpossibleException.class, () -> CityPair.best(random(1, 101, 100), 1));
  }
}
