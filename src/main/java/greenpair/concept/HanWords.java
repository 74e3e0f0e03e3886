package greenpair.concept;

import module java.base;

/// Splits Chinese into the words of a lexicon, preferring long words and few unknown characters:
/// the split with the greatest sum, where a word of n characters counts n^1.5, a known character
/// alone a little and an unknown one nothing. Of two equally good splits, the one with longer last
/// words wins. Time grows with the length of the text times that of the longest word.
public final class HanWords {
  private static final double POWER = 1.5;
  private static final double ALONE = 0.3;

  private final Predicate<String> known;
  private final int longest;

  /// @param longest characters of the longest word
  HanWords(Predicate<String> known, int longest) {
    this.known = known;
    this.longest = longest;
  }

  /// A word, or a run of characters outside words.
  public record Part(int start, int end, boolean isKnown) {}

  /// The parts of a text of Han characters, in order and without gaps.
  List<Part> split(String text) {
    int length = text.length();
    double[] best = new double[length + 1];
    int[] from = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      best[end] = best[end - 1];
      from[end] = end;
      for (int size = 1; size <= Math.min(longest, end); size++) {
        double sum = best[end - size] + (size == 1 ? ALONE : Math.pow(size, POWER));
        if (sum >= best[end] && known.test(text.substring(end - size, end))) {
          best[end] = sum;
          from[end] = end - size;
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    int end = length;
    while (end > 0) {
      boolean isKnown = from[end] < end;
      int start = isKnown ? from[end] : end - 1;
      if (!isKnown && !parts.isEmpty() && !parts.getLast().isKnown()) {
        parts.set(parts.size() - 1, new Part(start, parts.getLast().end(), false));
      } else {
        parts.add(new Part(start, end, isKnown));
      }
      end = start;
    }
    return parts.reversed();
  }
}
