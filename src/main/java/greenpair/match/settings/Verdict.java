package greenpair.match.settings;

import greenpair.catalog.value.Word;

/// The result of a gate. An unknown remains, with a caution.
public enum Verdict implements Word {
  PASS,
  FAIL,
  UNKNOWN
}
