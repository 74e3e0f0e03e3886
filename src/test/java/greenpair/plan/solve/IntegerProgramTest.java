package greenpair.plan.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Language;
import greenpair.plan.UndecidedException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntegerProgramTest {
  /// Random programs of ten choices and four rows, against all 1,024 answers.
  @Test
  void programs_ofRandomRows_findWhatTryingAllFinds() {
    for (long seed : Seeded.Runs.seeds(50)) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] gains = random.ints(10, -5, 20).toArray();
      int[][] rows = new int[4][];
      int[] bounds = new int[4];
      IntegerProgram program = new IntegerProgram();
      for (int gain : gains) {
        program.choice(gain / 10.0);
      }
      for (int r = 0; r < rows.length; r++) {
        rows[r] = random.ints(10, 0, 6).toArray();
        bounds[r] = random.nextInt(0, 20);
        IntegerProgram.Row row = program.row().atMost(bounds[r]);
        for (int i = 0; i < 10; i++) {
          if (rows[r][i] > 0) {
            row.plus(rows[r][i], i);
          }
        }
      }

      SolverResult solution = program.maximise();

      assertEquals(SolverResult.State.PROVEN, solution.state(), "seed " + seed);
      assertEquals(best(gains, rows, bounds) / 10.0, solution.value(), 1e-9, "seed " + seed);
      assertTrue(solution.bound() >= solution.value(), "seed " + seed);
    }
  }

  /// No solution in the allowed effort is not the same as none: the text says what to do.
  @Test
  void found_ofAnUndecidedProgram_saysToNameFewerCities() {
    double[] none = new double[0];
    SolverResult undecided =
        new SolverResult(SolverResult.State.UNDECIDED, Double.NaN, Double.NaN, none);

    UndecidedException thrown = assertThrows(UndecidedException.class, undecided::found);

    assertTrue(thrown.text().in(Language.EN).contains("name fewer cities"), thrown.getMessage());
  }

  private static int best(int[] gains, int[][] rows, int[] bounds) {
    int best = 0;
    for (int set = 0; set < 1024; set++) {
      boolean fits = true;
      for (int r = 0; r < rows.length; r++) {
        fits &= sum(rows[r], set) <= bounds[r];
      }
      best = fits ? Math.max(best, sum(gains, set)) : best;
    }
    return best;
  }

  private static int sum(int[] of, int set) {
    int sum = 0;
    for (int i = 0; i < of.length; i++) {
      sum += (set >> i & 1) == 1 ? of[i] : 0;
    }
    return sum;
  }

  @Test
  void program_thatDemandsSomethingOfNothing_isImpossible() {
    IntegerProgram program = new IntegerProgram();
    program.choice(1);
    program.row().atLeast(1);

    assertEquals(SolverResult.State.IMPOSSIBLE, program.maximise().state());
  }

  @Test
  void program_withConflictingRows_isImpossible() {
    IntegerProgram program = new IntegerProgram();
    int one = program.choice(1);
    program.row().plus(1, one).atLeast(1);
    program.row().plus(1, one).atMost(0);

    assertEquals(SolverResult.State.IMPOSSIBLE, program.maximise().state());
  }

  /// The solver's presolvers call this one impossible.
  @Test
  void program_whoseFirstStepIsHeldInTheSecond_isStillSolved() {
    IntegerProgram program = new IntegerProgram();
    int good = program.choice(0.9);
    int fair = program.choice(0.1);
    int other = program.choice(0.6);
    int threshold = program.amount(0, 0, 1);
    int one = program.amount(0, 0, 1);
    int two = program.amount(0, 0, 1);
    program.row().plus(1, good).plus(1, fair).atMost(1);
    program.row().plus(1, good).plus(1, other).atMost(1);
    program.row().plus(1, threshold).plus(-1, one).plus(-1, good).plus(-0.125, fair).atMost(0);
    program.row().plus(1, threshold).plus(-1, two).plus(-1, other).atMost(0);
    program.row().plus(1, threshold).plus(-1, one).plus(-1, two).atLeast(0.11);

    SolverResult solution = program.maximise();

    assertEquals(SolverResult.State.PROVEN, solution.state());
    assertEquals(0.7, solution.value(), 1e-9);
  }

  @Test
  void program_withoutUnknowns_isSolved() {
    assertEquals(SolverResult.State.PROVEN, new IntegerProgram().maximise().state());
  }
}
