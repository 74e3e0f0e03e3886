package greenpair.match.signal;

/// One way in which a candidate answers a need, as a number.
///
/// Every signal is a pure function of the [Pairing] and gives a value in [0, 1], or says that it is
/// unknown; then the prior of the configuration stands in and the answer names what is missing.
public interface Signal {
  /// The word in configuration, explanations and docs, such as `evidence`.
  String name();

  Reading read(Pairing pairing);

  /// A value in [0, 1], known or standing in.
  record Reading(double value, boolean known) {
    public Reading {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("a signal must be in [0, 1], but was " + value);
      }
    }

    public static Reading of(double value) {
      return new Reading(value, true);
    }

    /// What proven work adds to the prior: more of it never lowers a score, not even the first case
    /// after none.
    ///
    /// @param shown in [0, 1]; 0 when all that is known speaks for nothing
    static Reading adding(double prior, double shown) {
      return of(Math.min(1, prior + (1 - prior) * shown));
    }

    /// The prior, because the fact is missing.
    public static Reading unknown(double prior) {
      return new Reading(prior, false);
    }
  }
}
