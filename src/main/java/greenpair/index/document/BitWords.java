package greenpair.index.document;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/// A set of documents prepared for intersection with many others: of a sparse set, only the
/// non-empty words of 64 documents are kept.
///
/// @param places of the words; empty if all are used
@SuppressWarnings("ArrayRecordComponent") // Used within one search, never compared.
record BitWords(FixedBitSet docs, int[] places) {
  /// A set with fewer documents than one per this many words is compared word by word.
  private static final int SPARSE = 4;

  /// @param size how many documents the set has
  static BitWords of(FixedBitSet docs, int size) {
    int words = FixedBitSet.bits2words(docs.length());
    if (size * SPARSE > words) {
      return new BitWords(docs, new int[0]);
    }
    int[] places = new int[size];
    int count = 0;
    long[] bits = docs.getBits();
    for (int at = 0; at < words; at++) {
      if (bits[at] != 0) {
        places[count++] = at;
      }
    }
    return new BitWords(docs, Arrays.copyOf(places, count));
  }

  /// The number of documents in both sets.
  int common(FixedBitSet others) {
    if (places.length == 0) {
      return (int) FixedBitSet.intersectionCount(docs, others);
    }
    long[] a = docs.getBits();
    long[] b = others.getBits();
    int common = 0;
    for (int at : places) {
      common += Long.bitCount(a[at] & b[at]);
    }
    return common;
  }
}
