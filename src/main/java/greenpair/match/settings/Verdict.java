package greenpair.match.settings;

/// The result of a gate. An unknown remains, with a caution.
public enum Verdict {
  PASS,
  FAIL,
  UNKNOWN
}
