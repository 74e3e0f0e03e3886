package greenpair.match.settings;

/// Exponential decay 2^(-years / halfLife), from a table, because ranking needs it twice for each
/// of ten thousand cases.
public final class ExponentialDecay {
  private static final int YEARS = 128;

  private final double halfLife;
  private final double[] left = new double[YEARS];

  /// @param halfLife years, above 0
  public ExponentialDecay(double halfLife) {
    this.halfLife = halfLife;
    for (int years = 0; years < YEARS; years++) {
      left[years] = Math.pow(2, -years / halfLife);
    }
  }

  /// The remaining share, in (0, 1]; 1 for future years.
  public double after(int years) {
    return years < YEARS ? left[Math.max(0, years)] : Math.pow(2, -years / halfLife);
  }

  /// The same with a half-life that is that many times as long.
  ExponentialDecay times(double factor) {
    return new ExponentialDecay(factor * halfLife);
  }
}
