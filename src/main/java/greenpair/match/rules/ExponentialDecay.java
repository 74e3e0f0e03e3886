package greenpair.match.rules;

/// What fades by half every so many years: 2^(-years / halfLife), looked up, since ranking asks for
/// it twice for each of ten thousand cases.
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

  /// What is left, in (0, 1]; all of it of what is yet to come.
  public double after(int years) {
    return years < YEARS ? left[Math.max(0, years)] : Math.pow(2, -years / halfLife);
  }
}
