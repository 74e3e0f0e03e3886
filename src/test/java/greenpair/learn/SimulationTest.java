package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.config.Problems;
import greenpair.match.settings.RankingSettings;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What learning must hold where the truth is known; the whole table is in docs/evaluation.md.
class SimulationTest {
  private static final int DRAWS = 40;

  private static Simulation simulation() {
    Problems problems = new Problems();
    ConfigFolder folder = new ConfigFolder(Path.of("index-config"));
    RankingSettings ranking =
        RankingSettings.read(
            folder.settings(RankingSettings.FILE, problems), Signals.BY_SIDE, problems);
    problems.throwIfAny("faults");
    return new Simulation(ranking, 1, DRAWS);
  }

  @Test
  void twentyLabels_neverCostMoreThanAHairOfWhatTheExpertsKnow() {
    for (double error : new double[] {0, 0.5, 1}) {
      Simulation.Row row = simulation().row(error, 20);
      assertTrue(row.limited().low() >= -0.005, row::toString);
      assertTrue(row.free().low() >= -0.005, row::toString);
      assertTrue(row.likelihood().mean() < row.limited().mean() - 0.01, row::toString);
    }
  }

  @Test
  void fiftyLabels_helpWhereTheExpertsAreFarOff() {
    Simulation.Row row = simulation().row(1, 50);
    assertTrue(row.free().mean() >= 0.02, row::toString);
    assertTrue(row.limited().mean() >= 0.01, row::toString);
    assertTrue(row.truth() > row.prior() + row.free().mean(), row::toString);
  }

  @Test
  void sameSeed_givesTheSameRow() {
    assertEquals(simulation().row(0.5, 20), simulation().row(0.5, 20));
  }
}
