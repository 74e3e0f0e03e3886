package greenpair.catalog;

import java.util.Collection;
import java.util.Optional;

/// Finds the word that was most likely meant, for error messages.
public final class Nearest {
  private static final int MAX_LENGTH = 60;

  private Nearest() {}

  /// ` (did you mean "x"?)`, or an empty string when no word is near.
  public static String hint(String word, Collection<String> words) {
    return to(word, words).map(near -> " (did you mean \"" + near + "\"?)").orElse("");
  }

  /// The word with the smallest edit distance (Damerau 1964), at most a third of its length; of
  /// several, the first in order.
  public static Optional<String> to(String word, Collection<String> words) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : words) {
      int most = Math.max(1, candidate.length() / 3);
      // Lengths that differ by more are farther apart than that: most words cost nothing.
      if (Math.abs(candidate.length() - word.length()) > Math.min(most, least)) {
        continue;
      }
      int distance = distance(word, candidate);
      boolean isNearer =
          distance < least || (distance == least && best != null && candidate.compareTo(best) < 0);
      if (isNearer && distance <= most) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The value as an error message may show it: 60 characters at most, no half of a pair.
  public static String shorten(String value) {
    if (value.length() <= MAX_LENGTH) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return value.substring(0, end) + "…";
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
