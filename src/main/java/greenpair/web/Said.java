package greenpair.web;

import java.util.Collection;

/// A phrase of an error, in both languages.
record Said(String en, String zh) {
  /// Words of a closed list, quoted in neither language: `firm, financier`.
  static Said words(Collection<String> words) {
    return new Said(String.join(", ", words), String.join("、", words));
  }

  /// This phrase, then the other.
  Said then(Said next) {
    return new Said(en + next.en, zh + next.zh);
  }
}
