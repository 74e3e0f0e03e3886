package greenpair.plan.solve;

import module java.base;

import greenpair.plan.PlanObserver;
import org.jspecify.annotations.Nullable;

/// Maximises a linear objective under linear conditions, with some unknowns restricted to 0 or 1.
///
/// Branch and bound (Land and Doig, Econometrica 28, 1960): the [Relaxation] of a branch bounds its
/// value. The unknown that is furthest from an integer is set to 1 and to 0. The newest branch is
/// followed to its end, and then the branch with the largest bound is next. The loop is our own,
/// because that of ojAlgo reported wrong answers as optimal (docs/decisions). Effort is counted in
/// relaxations and not in seconds, so that the same program gives the same answer on any machine.
/// Not safe for use by several threads.
public final class IntegerProgram {
  /// Relaxations solved before the search is given up.
  private static final int EFFORT = 2_000;

  /// Tolerance within which a value counts as an integer.
  private static final double WHOLE = 1e-6;

  /// The minimum gain of a better solution; objectives are in millionths.
  private static final double BETTER = 1e-7;

  private final PlanObserver watch;
  private final List<Unknown> unknowns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /// A program without a watch.
  public IntegerProgram() {
    this(PlanObserver.NONE);
  }

  public IntegerProgram(PlanObserver watch) {
    this.watch = watch;
  }

  /// An unknown with its bounds.
  record Unknown(double gain, double least, double most, boolean whole) {}

  /// A sum of unknowns, each times a factor, that is kept within bounds.
  public static final class Row {
    private final List<Integer> members = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;

    private Row() {}

    public Row plus(double factor, int unknown) {
      members.add(unknown);
      factors.add(factor);
      return this;
    }

    public Row atMost(double bound) {
      most = bound;
      return this;
    }

    public Row atLeast(double bound) {
      least = bound;
      return this;
    }

    List<Integer> members() {
      return members;
    }

    double factor(int at) {
      return factors.get(at);
    }

    double least() {
      return least;
    }

    double most() {
      return most;
    }

    /// A sum of nothing, which is 0, that must not be.
    boolean isImpossible() {
      return members.isEmpty() && (least > 0 || most < 0);
    }
  }

  private static final class Branch {
    private final double[] least;
    private final double[] most;
    private final SolverResult relaxed;
    private final int number;

    Branch(double[] least, double[] most, SolverResult relaxed, int number) {
      this.least = least;
      this.most = most;
      this.relaxed = relaxed;
      this.number = number;
    }
  }

  /// Adds an unknown that is 0 or 1.
  ///
  /// @param gain what the objective gains when it is 1
  /// @return its number, from 0
  public int choice(double gain) {
    unknowns.add(new Unknown(gain, 0, 1, true));
    return unknowns.size() - 1;
  }

  /// Adds an unknown that may be any number in [least, most].
  public int amount(double gain, double least, double most) {
    unknowns.add(new Unknown(gain, least, most, false));
    return unknowns.size() - 1;
  }

  /// Adds a condition that is still empty.
  public Row row() {
    Row row = new Row();
    rows.add(row);
    return row;
  }

  /// The sum of several unknowns.
  public Row sum(List<Integer> some) {
    Row row = row();
    some.forEach(each -> row.plus(1, each));
    return row;
  }

  public void fix(int unknown, double value) {
    Unknown old = unknowns.get(unknown);
    unknowns.set(unknown, new Unknown(old.gain, value, value, old.whole));
  }

  /// Changes what the objective gains by an unknown.
  public void gain(int unknown, double gain) {
    Unknown old = unknowns.get(unknown);
    unknowns.set(unknown, new Unknown(gain, old.least, old.most, old.whole));
  }

  /// The best solution if no unknown need be whole; its value bounds that of any other.
  public SolverResult relaxed() {
    if (unknowns.isEmpty()) {
      return new SolverResult(SolverResult.State.PROVEN, 0, 0, new double[0]);
    }
    double[] least = unknowns.stream().mapToDouble(Unknown::least).toArray();
    double[] most = unknowns.stream().mapToDouble(Unknown::most).toArray();
    return new Relaxation(unknowns, rows).solve(least, most);
  }

  /// Finds the best solution.
  public SolverResult maximise() {
    double[] none = new double[unknowns.size()];
    if (rows.stream().anyMatch(Row::isImpossible)) {
      return new SolverResult(SolverResult.State.IMPOSSIBLE, Double.NaN, Double.NaN, none);
    }
    if (unknowns.isEmpty()) {
      return new SolverResult(SolverResult.State.PROVEN, 0, 0, none);
    }
    return new Search().run();
  }

  private final class Search {
    private final Relaxation relaxation = new Relaxation(unknowns, rows);
    private final PriorityQueue<Branch> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Branch each) -> each.relaxed.bound())
                .reversed()
                .thenComparingInt(each -> each.number));
    private @Nullable SolverResult best;
    private int solved;
    private boolean unsure;

    SolverResult run() {
      double[] least = unknowns.stream().mapToDouble(Unknown::least).toArray();
      double[] most = unknowns.stream().mapToDouble(Unknown::most).toArray();
      Branch next = branch(least, most);
      while (next != null && solved < EFFORT) {
        watch.seen(solved, best == null ? Double.NaN : best.value(), next.relaxed.bound());
        next = follow(next);
      }
      double bound = next == null ? Double.NEGATIVE_INFINITY : next.relaxed.bound();
      for (Branch each : open) {
        bound = Math.max(bound, each.relaxed.bound());
      }
      return found(unsure ? Double.POSITIVE_INFINITY : bound);
    }

    private SolverResult found(double open) {
      SolverResult found = best;
      if (found == null) {
        boolean over = open == Double.NEGATIVE_INFINITY;
        return new SolverResult(
            over ? SolverResult.State.IMPOSSIBLE : SolverResult.State.UNDECIDED,
            Double.NaN,
            Double.NaN,
            new double[unknowns.size()]);
      }
      return open <= found.value() + BETTER
          ? new SolverResult(
              SolverResult.State.PROVEN, found.value(), found.value(), found.values())
          : new SolverResult(SolverResult.State.FOUND, found.value(), open, found.values());
    }

    /// Looks at a branch: keeps its solution when it is whole, or else splits it.
    ///
    /// @return the next branch to explore; null if none is left
    private @Nullable Branch follow(Branch branch) {
      int split = furthestFromWhole(branch.relaxed.values());
      if (split < 0) {
        keep(branch.relaxed);
        return nextOpen();
      }
      double[] most = branch.most.clone();
      most[split] = 0;
      Branch without = branch(branch.least, most);
      if (without != null) {
        open.add(without);
      }
      double[] least = branch.least.clone();
      least[split] = 1;
      Branch with = branch(least, branch.most);
      return with != null ? with : nextOpen();
    }

    private @Nullable Branch nextOpen() {
      Branch next = open.poll();
      return next != null && isWorth(next.relaxed) ? next : null;
    }

    /// The branch under those bounds; null if nothing better can be in it.
    private @Nullable Branch branch(double[] least, double[] most) {
      SolverResult relaxed = relaxation.solve(least, most);
      solved++;
      unsure |= relaxed.state() == SolverResult.State.UNDECIDED;
      return relaxed.isFound() && isWorth(relaxed)
          ? new Branch(least, most, relaxed, solved)
          : null;
    }

    private boolean isWorth(SolverResult relaxed) {
      return best == null || relaxed.bound() > best.value() + BETTER;
    }

    private void keep(SolverResult relaxed) {
      double[] values = relaxed.values();
      double value = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = unknowns.get(i).whole ? Math.rint(values[i]) : values[i];
        value += unknowns.get(i).gain * values[i];
      }
      if (best == null || value > best.value()) {
        best = new SolverResult(SolverResult.State.FOUND, value, value, values);
      }
    }

    private int furthestFromWhole(double[] values) {
      int furthest = -1;
      double most = WHOLE;
      for (int i = 0; i < values.length; i++) {
        double off = unknowns.get(i).whole ? Math.abs(values[i] - Math.rint(values[i])) : 0;
        if (off > most) {
          most = off;
          furthest = i;
        }
      }
      return furthest;
    }
  }
}
