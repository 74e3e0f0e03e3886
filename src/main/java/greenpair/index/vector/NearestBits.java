package greenpair.index.vector;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/// The documents that differ from a query in the fewest bits, including ties with the last. More
/// distant ones are discarded during the single pass.
final class NearestBits {
  private final int count;
  private final int[] counts;

  /// The current maximum distance and the number of documents within it.
  private int farthest;

  private int within;
  private int[] docs = new int[1 << 10];
  private short[] distances = new short[1 << 10];
  private int size;

  /// @param bits of a vector
  NearestBits(int count, int bits) {
    this.count = count;
    this.farthest = bits;
    this.counts = new int[bits + 1];
  }

  /// @param base number of the first document of the segment
  /// @param from first document of the tile in the segment
  void add(SignBits bits, int base, int from, int[] differences) {
    FixedBitSet there = bits.there();
    int to = Math.min(there.length(), from + SignBits.TILE);
    for (int doc = from; doc < to; doc++) {
      // Looked up last, because most documents are too distant.
      if (differences[doc - from] <= farthest && there.get(doc)) {
        add(base + doc, differences[doc - from]);
      }
    }
  }

  private void add(int doc, int distance) {
    if (size == docs.length) {
      forget();
    }
    docs[size] = doc;
    distances[size++] = (short) distance;
    counts[distance]++;
    within++;
    while (within - counts[farthest] >= count) {
      within -= counts[farthest--];
    }
  }

  private void forget() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (distances[i] <= farthest) {
        docs[kept] = docs[i];
        distances[kept++] = distances[i];
      }
    }
    size = kept;
    if (2 * size > docs.length) {
      docs = Arrays.copyOf(docs, 2 * docs.length);
      distances = Arrays.copyOf(distances, docs.length);
    }
  }

  /// In ascending order.
  int[] docs() {
    forget();
    return Arrays.copyOf(docs, size);
  }
}
