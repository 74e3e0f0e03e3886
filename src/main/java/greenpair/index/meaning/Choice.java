package greenpair.index.meaning;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The documents with the smallest distances, including ties with the last. More distant ones are
/// discarded during the single pass over the bits.
final class Choice {
  /// The share of documents below which iterating over them is faster than a scan.
  private static final int FEW = 8;

  private static final int FOUR = 4;

  private final long[] wanted;
  private final int count;
  private final int[] counts;

  /// The current maximum distance and the number of documents within it.
  private int farthest;

  private int within;
  private int[] docs = new int[1 << 10];
  private short[] distances = new short[1 << 10];
  private int size;

  Choice(float[] direction, int count) {
    this.count = count;
    this.wanted = new long[MeaningColumn.words(direction.length)];
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] > 0) {
        wanted[i / Long.SIZE] |= 1L << i;
      }
    }
    this.farthest = wanted.length * Long.SIZE;
    this.counts = new int[farthest + 1];
  }

  /// @param allowed null for all
  void add(MeaningColumn.Segment segment, LeafReaderContext leaf, @Nullable FixedBitSet allowed) {
    if (segment.dimensions() == 0) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    int end = segment.there().length();
    if (allowed != null && (long) allowed.cardinality() * FEW < end) {
      for (int doc = next(allowed, 0, end); doc < end; doc = next(allowed, doc + 1, end)) {
        int distance = distance(segment.bits(), doc);
        if (distance <= farthest && isThere(segment, live, null, doc)) {
          add(leaf.docBase + doc, distance);
        }
      }
      return;
    }
    if (wanted.length == FOUR) {
      addOfFour(segment, leaf, allowed);
      return;
    }
    for (int doc = 0; doc < end; doc++) {
      int distance = distance(segment.bits(), doc);
      if (distance <= farthest && isThere(segment, live, allowed, doc)) {
        add(leaf.docBase + doc, distance);
      }
    }
  }

  /// The same for 256 dimensions, as the file of this program has: the loop over all entries
  /// dominates the cost, and without an inner loop it takes half the time.
  private void addOfFour(
      MeaningColumn.Segment segment, LeafReaderContext leaf, @Nullable FixedBitSet allowed) {
    Bits live = leaf.reader().getLiveDocs();
    long[] bits = segment.bits();
    long one = wanted[0];
    long two = wanted[1];
    long three = wanted[2];
    long four = wanted[3];
    for (int at = 0; at < bits.length; at += FOUR) {
      int distance =
          Long.bitCount(bits[at] ^ one)
              + Long.bitCount(bits[at + 1] ^ two)
              + Long.bitCount(bits[at + 2] ^ three)
              + Long.bitCount(bits[at + 3] ^ four);
      if (distance <= farthest && isThere(segment, live, allowed, at / FOUR)) {
        add(leaf.docBase + at / FOUR, distance);
      }
    }
  }

  private int distance(long[] bits, int doc) {
    int distance = 0;
    int from = doc * wanted.length;
    for (int i = 0; i < wanted.length; i++) {
      distance += Long.bitCount(bits[from + i] ^ wanted[i]);
    }
    return distance;
  }

  /// Checked last, because most documents are too distant.
  private static boolean isThere(
      MeaningColumn.Segment segment, @Nullable Bits live, @Nullable FixedBitSet allowed, int doc) {
    return segment.there().get(doc)
        && (live == null || live.get(doc))
        && (allowed == null || allowed.get(doc));
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

  private static int next(FixedBitSet docs, int from, int end) {
    return from < end ? docs.nextSetBit(from) : end;
  }
}
