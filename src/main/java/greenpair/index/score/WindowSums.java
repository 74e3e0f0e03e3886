package greenpair.index.score;

import java.util.Arrays;
import java.util.List;

/// Sums of integers for a window of documents, and which of them reach a limit. They are stored as
/// bit planes, each bit of 64 documents in one word, so a number is added to 64 documents with a
/// few operations, which the compiler vectorises. For use by one thread.
public final class WindowSums {
  public static final int WINDOW = 1 << 14;

  private static final int WORDS = WINDOW / Long.SIZE;

  private final int limit;

  /// The sums, initialised so that they overflow at the limit.
  private final long[][] bits;

  private final long[] carry = new long[WORDS];
  private final long[] docs = new long[WORDS];
  private final long[] reached = new long[WORDS];
  private final long[] once = new long[WORDS];
  private final long[] twice = new long[WORDS];

  /// @param limit at least 1
  public WindowSums(int limit) {
    this.limit = limit;
    this.bits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(limit)][WORDS];
    clear();
  }

  /// Starts a new window.
  public void clear() {
    int begin = (1 << bits.length) - limit;
    for (int bit = 0; bit < bits.length; bit++) {
      Arrays.fill(bits[bit], (begin >>> bit & 1) == 1 ? -1L : 0);
    }
    Arrays.fill(reached, 0);
    Arrays.fill(twice, 0);
  }

  /// How many words of 64 documents the windows of a segment have.
  static int words(int size) {
    return Math.ceilDiv(size, WINDOW) * WORDS;
  }

  /// Adds to the sums of a window the share of a number that each document has.
  ///
  /// @param from first document of the window
  public void add(int number, Degrees degrees, int from) {
    degrees.addTo(this, number, from, docs);
  }

  /// Adds a number to the sums of some documents.
  public void add(int number, long[] docs) {
    int each = Math.min(number, limit);
    if (each == 0) {
      return;
    }
    Arrays.fill(carry, 0);
    for (int bit = Integer.numberOfTrailingZeros(each); bit < bits.length; bit++) {
      if ((each >>> bit & 1) == 1) {
        addBit(bits[bit], docs, carry);
      } else {
        addCarry(bits[bit], carry);
      }
    }
    for (int i = 0; i < WORDS; i++) {
      reached[i] |= carry[i];
    }
  }

  private static void addBit(long[] sums, long[] docs, long[] carry) {
    for (int i = 0; i < WORDS; i++) {
      long sum = sums[i];
      long either = sum ^ docs[i];
      sums[i] = either ^ carry[i];
      carry[i] = (sum & docs[i]) | (carry[i] & either);
    }
  }

  private static void addCarry(long[] sums, long[] carry) {
    for (int i = 0; i < WORDS; i++) {
      long sum = sums[i];
      sums[i] = sum ^ carry[i];
      carry[i] &= sum;
    }
  }

  /// Counts which documents have two of some things.
  public void count(List<long[]> things) {
    Arrays.fill(once, 0);
    for (long[] docs : things) {
      for (int i = 0; i < WORDS; i++) {
        twice[i] |= once[i] & docs[i];
        once[i] |= docs[i];
      }
    }
  }

  /// Puts the documents that reach the limit into a set.
  ///
  /// @param isTwice whether two of the things that were counted together must be there too
  /// @param from first document of the window, a multiple of 64
  public void into(long[] set, boolean isTwice, int from) {
    int first = from / Long.SIZE;
    for (int i = 0; i < Math.min(WORDS, set.length - first); i++) {
      set[first + i] |= isTwice ? reached[i] & twice[i] : reached[i];
    }
  }
}
