package greenpair.match.rules;

/// What a place in a list says: needs and partners name first what matters most to them.
public final class Order {
  private static final double STEP = 0.15;
  private static final double LEAST = 0.4;

  private Order() {}

  /// Weight of the item at this position: 1 for the first, 0.15 less for each further one, never
  /// below 0.4. One more at the end leaves the others as they are.
  ///
  /// @param position from 0
  public static double weight(int position) {
    return Math.max(LEAST, 1 - STEP * position);
  }
}
