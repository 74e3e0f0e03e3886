package greenpair.index.score;

import greenpair.index.document.ConceptFields;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/// How well the documents of a segment match a concept. There are about a dozen degrees; each
/// document has the number of its degree, from 1, stored as bit planes like [WindowSums].
/// Immutable.
public final class Degrees {
  /// The frequency of each degree.
  private final int[] frequencies;

  private final long[][] planes;

  private Degrees(int[] frequencies, long[][] planes) {
    this.frequencies = frequencies;
    this.planes = planes;
  }

  /// Reads the postings of a concept.
  ///
  /// @param postings with frequencies; null if no document matches
  /// @param size number of documents
  public static Degrees read(@Nullable PostingsEnum postings, int size) throws IOException {
    int[] numbers = new int[ConceptFields.WHOLE + 1];
    int[] frequencies = new int[numbers.length];
    long[][] planes = new long[Integer.SIZE][];
    int count = 0;
    while (postings != null && postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      int doc = postings.docID();
      int frequency = postings.freq();
      if (numbers[frequency] == 0) {
        frequencies[count] = frequency;
        numbers[frequency] = ++count;
        if (Integer.bitCount(count) == 1) {
          planes[Integer.numberOfTrailingZeros(count)] = new long[WindowSums.words(size)];
        }
      }
      for (int left = numbers[frequency]; left != 0; left &= left - 1) {
        planes[Integer.numberOfTrailingZeros(left)][doc >> 6] |= 1L << doc;
      }
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    return new Degrees(Arrays.copyOf(frequencies, count), Arrays.copyOf(planes, bits));
  }

  /// The size in the heap.
  public int bytes() {
    return planes.length == 0 ? 0 : planes.length * planes[0].length * Long.BYTES;
  }

  /// Adds to the sums of a window the share of a number that each document has.
  void addTo(WindowSums sums, int whole, int from, long[] window) {
    for (int number = 1; number <= frequencies.length; number++) {
      Arrays.fill(window, -1);
      for (int bit = 0; bit < planes.length; bit++) {
        and(window, planes[bit], from / Long.SIZE, (number >>> bit & 1) == 1 ? 0 : -1);
      }
      sums.add(frequencies[number - 1] * whole / ConceptFields.WHOLE, window);
    }
  }

  private static void and(long[] window, long[] plane, int from, long flip) {
    for (int i = 0; i < window.length; i++) {
      window[i] &= plane[from + i] ^ flip;
    }
  }
}
