package greenpair.match;

import java.util.Locale;

/// How the needs of a whole city share a list.
enum SpreadRule {
  XQUAD,
  CALIBRATED;

  /// The word in configuration and answers.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
