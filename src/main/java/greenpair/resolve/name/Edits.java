package greenpair.resolve.name;

import java.util.Arrays;

/// Damerau-Levenshtein distance in its restricted form: letters put in, left out, changed, and
/// neighbours swapped.
public final class Edits {
  private Edits() {}

  /// The distance, or `most + 1` when it is greater.
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
