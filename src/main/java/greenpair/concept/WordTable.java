package greenpair.concept;

import java.util.Map;

/// Words with a number each, looked up inside a text without a string for each part. A look-up
/// reads two places of memory, a `HashMap` of strings four; the vector of a text looks up hundreds
/// of words. Immutable.
final class WordTable {
  static final int NONE = -1;

  /// What stands before the letters of a word: its length, and its number in two halves.
  private static final int HEAD = 3;

  private static final int HIGH = Character.SIZE;

  /// The hash of a word in the upper half, and in the lower one where it stands, plus one.
  private final long[] slots;

  private final char[] words;

  /// @param numbers not negative; words of at most 65,535 characters
  WordTable(Map<String, Integer> numbers) {
    slots = new long[Integer.highestOneBit(Math.max(1, numbers.size())) * 4];
    words = new char[numbers.keySet().stream().mapToInt(word -> HEAD + word.length()).sum()];
    int at = 0;
    for (Map.Entry<String, Integer> each : numbers.entrySet()) {
      String word = each.getKey();
      int number = each.getValue();
      words[at] = (char) word.length();
      words[at + 1] = (char) (number >>> HIGH);
      words[at + 2] = (char) number;
      word.getChars(0, word.length(), words, at + HEAD);
      int slot = slot(word.hashCode());
      while (slots[slot] != 0) {
        slot = (slot + 1) % slots.length;
      }
      slots[slot] = ((long) word.hashCode() << Integer.SIZE) | (at + 1);
      at += HEAD + word.length();
    }
  }

  private int slot(int hash) {
    return (hash * 0x9E3779B1) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  /// The number of a word, [#NONE] if it is unknown.
  int of(String word) {
    return of(word, 0, word.length());
  }

  /// The number of the word that a part of a text is, [#NONE] if it is none.
  int of(String text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + text.charAt(at);
    }
    int slot = slot(hash);
    for (long each = slots[slot]; each != 0; each = slots[slot]) {
      int place = (int) each - 1;
      if ((int) (each >>> Integer.SIZE) == hash && is(place, text, from, to)) {
        return (words[place + 1] << HIGH) | words[place + 2];
      }
      slot = (slot + 1) % slots.length;
    }
    return NONE;
  }

  private boolean is(int place, String text, int from, int to) {
    if (words[place] != to - from) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (words[place + HEAD + at - from] != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }
}
