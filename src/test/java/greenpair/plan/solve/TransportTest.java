package greenpair.plan.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenpair.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransportTest {
  /// An instance and what was found for it.
  @SuppressWarnings("ArrayRecordComponent")
  private record Random(
      int[] start,
      int[] column,
      long[] gain,
      int[] places,
      int[] rowFloors,
      int[] capacities,
      int[] columnFloors) {
    static Random of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int rows = random.nextInt(1, 6);
      int columns = random.nextInt(1, 6);
      int[] start = new int[rows + 1];
      List<Integer> column = new ArrayList<>();
      List<Long> gain = new ArrayList<>();
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          if (random.nextDouble() < 0.6) {
            column.add(c);
            gain.add(random.nextLong(0, 20));
          }
        }
        start[r + 1] = column.size();
      }
      int[] places = random.ints(rows, 0, 4).toArray();
      int[] capacities = random.ints(columns, 0, 4).toArray();
      int[] rowFloors =
          Arrays.stream(places)
              .map(each -> random.nextInt(3) == 0 ? Math.min(1, each) : 0)
              .toArray();
      int[] columnFloors =
          Arrays.stream(capacities)
              .map(each -> random.nextInt(4) == 0 ? Math.min(1, each) : 0)
              .toArray();
      return new Random(
          start,
          column.stream().mapToInt(each -> each).toArray(),
          gain.stream().mapToLong(each -> each).toArray(),
          places,
          rowFloors,
          capacities,
          columnFloors);
    }

    Transport transport() {
      return new Transport(start, column, gain, places, rowFloors, capacities, columnFloors);
    }

    long total(boolean[] used) {
      long total = 0;
      for (int a = 0; a < used.length; a++) {
        total += used[a] ? gain[a] : 0;
      }
      return total;
    }

    /// The same as an integer program, floors hard.
    SolverResult program() {
      IntegerProgram program = new IntegerProgram();
      List<IntegerProgram.Row> rows = new ArrayList<>();
      for (int r = 0; r < places.length; r++) {
        rows.add(program.row().atLeast(rowFloors[r]).atMost(places[r]));
      }
      List<IntegerProgram.Row> columns = new ArrayList<>();
      for (int c = 0; c < capacities.length; c++) {
        columns.add(program.row().atLeast(columnFloors[c]).atMost(capacities[c]));
      }
      for (int r = 0; r < places.length; r++) {
        for (int a = start[r]; a < start[r + 1]; a++) {
          int unknown = program.choice((double) gain[a]);
          rows.get(r).plus(1, unknown);
          columns.get(column[a]).plus(1, unknown);
        }
      }
      return program.maximise();
    }
  }

  @Test
  void transport_ofRandomInstances_findsWhatTheIntegerProgramFinds() {
    int possible = 0;
    for (long seed : Seeded.Runs.seeds(50)) {
      Random instance = Random.of(seed);
      Transport transport = instance.transport();
      boolean[] used = transport.solve();
      SolverResult program = instance.program();

      if (program.state() == SolverResult.State.IMPOSSIBLE) {
        assertTrue(transport.unmetFloors() > 0, "seed " + seed);
      } else {
        possible++;
        assertEquals(SolverResult.State.PROVEN, program.state(), "seed " + seed);
        assertEquals(0, transport.unmetFloors(), "seed " + seed);
        assertEquals(program.value(), (double) instance.total(used), 1e-6, "seed " + seed);
      }
    }
    assertTrue(possible > 10, "only " + possible + " instances have a solution");
  }

  /// Scores of 177 reviewers for 118 papers of MIDL 2018, three reviewers a paper, at most four
  /// papers a reviewer: the largest total is 201.884878.
  @Test
  void transport_ofPublicInstance_reachesItsOptimum() throws IOException {
    Path file = Path.of("../shared/data/assignment/midl18-scores.csv");
    if (!Files.exists(file)) {
      file = Path.of("../../shared/data/assignment/midl18-scores.csv");
    }
    assumeTrue(Files.exists(file), "the public instance is not there: " + file);
    List<long[]> reviewers = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      // One is added to each score, since gains are from 0; every paper gets three all the same.
      reviewers.add(
          Arrays.stream(line.split(",")).mapToLong(each -> 1_000_000 + micros(each)).toArray());
    }
    int papers = reviewers.getFirst().length;
    assertEquals(118, papers);
    assertEquals(177, reviewers.size());
    int[] start = new int[papers + 1];
    int[] column = new int[papers * reviewers.size()];
    long[] gain = new long[column.length];
    for (int p = 0; p < papers; p++) {
      for (int r = 0; r < reviewers.size(); r++) {
        column[p * reviewers.size() + r] = r;
        gain[p * reviewers.size() + r] = reviewers.get(r)[p];
      }
      start[p + 1] = (p + 1) * reviewers.size();
    }
    int[] three = new int[papers];
    Arrays.fill(three, 3);
    int[] four = new int[reviewers.size()];
    Arrays.fill(four, 4);
    Transport transport =
        new Transport(start, column, gain, three, three, four, new int[reviewers.size()]);

    boolean[] used = transport.solve();

    long total = -3L * papers * 1_000_000;
    for (int a = 0; a < used.length; a++) {
      total += used[a] ? gain[a] : 0;
    }
    assertEquals(0, transport.unmetFloors());
    assertEquals(201_884_878, total);
  }

  private static long micros(String score) {
    return new java.math.BigDecimal(score).movePointRight(6).longValueExact();
  }
}
