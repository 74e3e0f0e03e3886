package greenpair.catalog.value;

import module java.base;

/// Finds the word that was most likely meant, for error messages.
public final class Nearest {
  private static final int MAX_LENGTH = 60;

  /// Words with more slips than this are other words.
  private static final int MAX_SLIPS = 3;

  private Nearest() {}

  /// The word with the smallest edit distance (Damerau 1964) regardless of case, at most 3 and a
  /// third of its length; of several, the first in order.
  public static Optional<String> to(String word, Collection<String> words) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : words) {
      int letters = candidate.startsWith("--") ? candidate.length() - 2 : candidate.length();
      int most = Math.clamp(letters / 3, 1, MAX_SLIPS);
      // Lengths that differ by more are farther apart than that: most words cost nothing.
      if (Math.abs(candidate.length() - word.length()) > Math.min(most, least)) {
        continue;
      }
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), most);
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
      return wellFormed(value);
    }
    int end = Character.isHighSurrogate(value.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return wellFormed(value.substring(0, end)) + "…";
  }

  /// Half of a surrogate pair cannot be written as UTF-8: an answer that quotes it would break.
  public static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /// Insertions, deletions, replacements and swaps of neighbours (Damerau-Levenshtein distance in
  /// its restricted form), or `most + 1` when there are more.
  public static int distance(String one, String two, int most) {
    if (Math.abs(one.length() - two.length()) > most) {
      return most + 1;
    }
    int start = 0;
    int endOne = one.length();
    int endTwo = two.length();
    while (start < endOne && start < endTwo && one.charAt(start) == two.charAt(start)) {
      start++;
    }
    while (endOne > start && endTwo > start && one.charAt(endOne - 1) == two.charAt(endTwo - 1)) {
      endOne--;
      endTwo--;
    }
    return middle(one.substring(start, endOne), two.substring(start, endTwo), most);
  }

  private static int middle(String one, String two, int most) {
    int[] before = new int[two.length() + 1];
    int[] last = new int[two.length() + 1];
    int[] now = new int[two.length() + 1];
    Arrays.setAll(last, at -> at);
    for (int row = 1; row <= one.length(); row++) {
      now[0] = row;
      int least = row;
      for (int column = 1; column <= two.length(); column++) {
        int change = one.charAt(row - 1) == two.charAt(column - 1) ? 0 : 1;
        int best = Math.min(last[column - 1] + change, Math.min(last[column], now[column - 1]) + 1);
        if (row > 1
            && column > 1
            && one.charAt(row - 1) == two.charAt(column - 2)
            && one.charAt(row - 2) == two.charAt(column - 1)) {
          best = Math.min(best, before[column - 2] + 1);
        }
        now[column] = best;
        least = Math.min(least, best);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return Math.min(last[two.length()], most + 1);
  }
}
