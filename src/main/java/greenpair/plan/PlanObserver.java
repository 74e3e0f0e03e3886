package greenpair.plan;

/// Observes planning: receives its progress and can end it by throwing, such as a
/// [java.util.concurrent.CancellationException]. All calls come from the thread that plans.
public interface PlanObserver {
  /// A watch that ignores progress.
  PlanObserver NONE = new PlanObserver() {};

  enum Step {
    /// The catalog and matching are queried.
    ASKING,
    /// The best choice is searched.
    SOLVING,
    /// The choice is made again without each indicator.
    COMPARING,
    /// The conflicting demands are searched.
    EXPLAINING
  }

  /// A step begins, or its next part.
  ///
  /// @param part from 1
  /// @param parts in all; 0 if unknown
  default void at(Step step, int part, int parts) {}

  /// A search makes progress.
  ///
  /// @param solved relaxations so far
  /// @param value of the best solution so far; not a number while there is none
  /// @param bound no solution is better
  default void seen(int solved, double value, double bound) {}
}
