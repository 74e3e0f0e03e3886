package greenpair.match.settings;

import java.util.Locale;

/// How the needs of a whole city share a list.
public enum SpreadRule {
  XQUAD,
  CALIBRATED;

  /// The word in configuration and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
