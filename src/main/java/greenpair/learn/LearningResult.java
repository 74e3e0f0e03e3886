package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.settings.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of learning for one kind.
///
/// @param refused why nothing was learnt; null when something was
/// @param weights those of the city's side first; unchanged if learning was refused
public record LearningResult(
    Kind kind,
    int labelled,
    int open,
    @Nullable Text refused,
    List<Text> notes,
    List<Weight> weights,
    List<UnusedIntroduction> leftOut) {
  /// A weight before and after. All are shares of their side, in [0, 1], and those of a side sum to
  /// 1.
  ///
  /// @param low 5 % quantile of the estimate, before the change is limited; null if refused
  /// @param high 95 % quantile of it
  /// @param limited whether this weight reaches the limit and scales down the others
  /// @param movers the introductions that moved it most, strongest first
  public record Weight(
      Side side,
      String signal,
      Text label,
      double before,
      double after,
      @Nullable Double low,
      @Nullable Double high,
      boolean limited,
      List<Mover> movers) {}

  /// An introduction with the change of the estimate without it, to first order, relative to the
  /// weight before, such as 0.02 for 2 %.
  public record Mover(String introduction, double moved) {}

  public boolean wasRefused() {
    return refused != null;
  }
}
