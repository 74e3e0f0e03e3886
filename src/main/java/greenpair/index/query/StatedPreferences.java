package greenpair.index.query;

import greenpair.catalog.Preferences;

/// What a partner has stated that it wants, as ranking compares it. No answer may disclose
/// confidential preferences: what an answer shows is taken from the entry as its reader may see it.
///
/// @param isConfidential whether some users may not see them
public record StatedPreferences(Preferences wanted, boolean isConfidential) {
  /// States that there are preferences, but never which.
  @Override
  public String toString() {
    return isConfidential ? "confidential" : "stated";
  }
}
