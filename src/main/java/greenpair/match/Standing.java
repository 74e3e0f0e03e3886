package greenpair.match;

/// In which list of an answer an entry stands.
public enum Standing {
  RECOMMENDED,
  /// Proven and eligible, with too low a score.
  BELOW_THRESHOLD,
  /// At work in the city for such a need already.
  INCUMBENT,
  /// Without a checked case, or in doubt.
  LEAD,
  /// Sells nothing; the city can learn from it.
  PEER,
  /// Bankrupt, dissolved or closed.
  CLOSED,
  /// Ruled out by another gate, or no answer to the need.
  EXCLUDED
}
