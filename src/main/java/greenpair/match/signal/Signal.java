package greenpair.match.signal;

/// A number that measures one aspect of how well a candidate matches a need.
///
/// Every signal is a pure function of the [NeedCandidatePair] and gives a value in [0, 1], or is
/// unknown; then the prior of the configuration is used and the answer names what is missing.
@FunctionalInterface
public interface Signal {
  SignalValue read(NeedCandidatePair pair);

  /// A value in [0, 1], known or a prior.
  ///
  /// @param least what it is at least, whatever a missing fact is
  record SignalValue(double value, boolean known, double least) {
    public SignalValue {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("a signal must be in [0, 1], but was " + value);
      }
    }

    public static SignalValue of(double value) {
      return new SignalValue(value, true, value);
    }

    /// The prior raised by proven work: more work never lowers a score, and neither does the first
    /// case.
    ///
    /// @param shown in [0, 1]; 0 if the known work adds nothing
    static SignalValue adding(double prior, double shown) {
      return of(Math.min(1, prior + (1 - prior) * shown));
    }

    /// The prior, because the fact is missing.
    public static SignalValue unknown(double prior) {
      return unknown(prior, 0);
    }

    /// The same if no fact could give less.
    static SignalValue unknown(double prior, double least) {
      return new SignalValue(prior, false, least);
    }

    /// The prior, which a known fact could only raise.
    static SignalValue unraised(double prior) {
      return unknown(prior, prior);
    }
  }
}
