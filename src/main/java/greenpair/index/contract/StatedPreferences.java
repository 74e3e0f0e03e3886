package greenpair.index.contract;

import greenpair.catalog.Preferences;

/// The preferences that a partner has stated, in the form that ranking compares. No answer may
/// disclose confidential ones: answers are built from the entry as their reader may see it.
///
/// @param isConfidential whether some users may not see them
public record StatedPreferences(Preferences wanted, boolean isConfidential) {
  /// States that there are preferences, but never which.
  @Override
  public String toString() {
    return isConfidential ? "confidential" : "stated";
  }
}
