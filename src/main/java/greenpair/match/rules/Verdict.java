package greenpair.match.rules;

/// What a gate says. Unknown stays, with a caution: it is neither yes nor no.
public enum Verdict {
  PASS,
  FAIL,
  UNKNOWN
}
