package greenpair.web.http;

import java.util.Collection;

/// A phrase of an error, in both languages.
public record Said(String en, String zh) {
  /// Words of a closed list, quoted in neither language: `firm, financier`.
  public static Said words(Collection<String> words) {
    return new Said(String.join(", ", words), String.join("、", words));
  }

  /// This phrase, then the other.
  Said then(Said next) {
    return new Said(en + next.en, zh + next.zh);
  }
}
