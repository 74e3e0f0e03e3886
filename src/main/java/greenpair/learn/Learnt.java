package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.rules.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the outcomes of one kind say about its weights.
///
/// @param labelled pairs with a known end that were used
/// @param open pairs that are still open and were used
/// @param refused why nothing was learnt; null when something was
/// @param notes what a reader has to know about the labels or the weights
/// @param weights those of the city's side first; when refused each is as before
/// @param leftOut introductions that were not used
public record Learnt(
    Kind kind,
    int labelled,
    int open,
    @Nullable Text refused,
    List<Text> notes,
    List<Weight> weights,
    List<LeftOut> leftOut) {
  /// A weight before and after. All are shares of their side, in [0, 1], and those of a side sum
  /// to 1.
  ///
  /// @param low 5 % quantile of what the outcomes say, before the move is limited; null when
  /// refused
  /// @param high 95 % quantile of it
  /// @param limited whether this weight moves as far as it may, and holds the others back
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

  /// An introduction with what the estimate loses without it, to first order: a share of the
  /// weight before, such as 0.02 for 2 % of it.
  public record Mover(String introduction, double moved) {}

  public boolean wasRefused() {
    return refused != null;
  }
}
