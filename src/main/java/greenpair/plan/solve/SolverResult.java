package greenpair.plan.solve;

import greenpair.plan.UndecidedException;

/// The result of a solver.
public final class SolverResult {
  private final State state;
  private final double value;
  private final double bound;
  private final double[] values;

  /// How sure it is.
  public enum State {
    /// No solution is better.
    PROVEN,
    /// A solution, and a bound on how much better another could be.
    FOUND,
    /// There is no solution at all.
    IMPOSSIBLE,
    /// The effort was spent before a solution was found.
    UNDECIDED
  }

  SolverResult(State state, double value, double bound, double[] values) {
    this.state = state;
    this.value = value;
    this.bound = bound;
    this.values = values.clone();
  }

  public State state() {
    return state;
  }

  /// Of the objective; not a number unless [#isFound].
  public double value() {
    return value;
  }

  /// No solution is better; equals [#value] when that is proven.
  public double bound() {
    return bound;
  }

  /// One for each unknown, in the order in which they were added.
  public double[] values() {
    return values.clone();
  }

  /// The same solution, not proven to be optimal.
  public SolverResult unproven() {
    return new SolverResult(State.FOUND, value, bound, values);
  }

  /// This solution.
  ///
  /// @throws UndecidedException if none was found
  public SolverResult found() {
    if (!isFound()) {
      throw new UndecidedException();
    }
    return this;
  }

  /// Whether there is a solution.
  public boolean isFound() {
    return state == State.PROVEN || state == State.FOUND;
  }

  /// Whether an unknown that is 0 or 1 is 1.
  public boolean isOn(int unknown) {
    return values[unknown] > 0.5;
  }
}
