package greenpair.catalog;

import java.util.Collection;
import java.util.Optional;

/// Finds the word that somebody most likely meant, for error messages.
public final class Nearest {
  private static final int MAX_LENGTH = 60;

  private Nearest() {}

  /// ` (did you mean "x"?)`, or an empty string when no word is near.
  public static String hint(String word, Collection<String> words) {
    return to(word, words).map(near -> " (did you mean \"" + near + "\"?)").orElse("");
  }

  /// The word at the least edit distance (Levenshtein 1966), at most a third of its length away;
  /// of equals the first in order.
  public static Optional<String> to(String word, Collection<String> words) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : words.stream().sorted().toList()) {
      int distance = distance(word, candidate);
      if (distance < least && distance <= Math.max(1, candidate.length() / 3)) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The value as an error message may show it: 60 characters at most.
  public static String shorten(String value) {
    return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
