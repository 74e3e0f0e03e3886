package greenpair.match.rank;

/// The list of an answer to which an entry belongs, the best one first.
public enum Standing {
  RECOMMENDED,
  /// Already at work in the city for such a need.
  INCUMBENT,
  /// Proven and eligible, with too low a score.
  BELOW_THRESHOLD,
  /// Without a checked case, or in doubt.
  LEAD,
  /// Sells nothing; the city can learn from it.
  PEER,
  /// Bankrupt, dissolved or closed.
  CLOSED,
  /// Excluded by another gate, or not matching the need.
  EXCLUDED
}
