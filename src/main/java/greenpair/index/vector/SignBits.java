package greenpair.index.vector;

import module java.base;

import greenpair.index.contract.IndexFields;
import greenpair.index.document.VectorField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// The signs of the vectors of a segment, one bit for each dimension. Documents are in tiles: the
/// first 64 signs of all documents of a tile, then their next 64, and so on, so that the compiler
/// counts bits of several documents at a time.
///
/// @param dimensions of each vector, 0 if no document has one
/// @param there documents that have one
@SuppressWarnings("ArrayRecordComponent") // Read only here, never compared.
record SignBits(int dimensions, long[] bits, FixedBitSet there) {
  /// Documents of a tile.
  static final int TILE = 1 << 9;

  static SignBits read(LeafReaderContext leaf) throws IOException {
    int size = leaf.reader().maxDoc();
    FixedBitSet there = new FixedBitSet(size);
    int dimensions = 0;
    long[] bits = new long[0];
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), IndexFields.MEANING);
    for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
      BytesRef packed = column.binaryValue();
      if (dimensions == 0) {
        dimensions = VectorField.dimensions(packed);
        bits = new long[Math.ceilDiv(size, TILE) * TILE * words(dimensions)];
      }
      there.set(doc);
      int first = doc / TILE * TILE * words(dimensions) + doc % TILE;
      for (int i = 0; i < dimensions; i++) {
        if (VectorField.isPositive(packed, i)) {
          bits[first + i / Long.SIZE * TILE] |= 1L << i;
        }
      }
    }
    return new SignBits(dimensions, bits, there);
  }

  /// How many numbers of 64 bits hold one bit for each dimension.
  private static int words(int dimensions) {
    return Math.ceilDiv(dimensions, Long.SIZE);
  }

  static long[] of(float[] direction) {
    long[] signs = new long[words(direction.length)];
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] > 0) {
        signs[i / Long.SIZE] |= 1L << i;
      }
    }
    return signs;
  }

  /// In how many bits each document of a tile differs.
  ///
  /// @param from the first document of the tile
  void differences(int from, long[] signs, int[] into) {
    Arrays.fill(into, 0);
    for (int word = 0; word < signs.length; word++) {
      add(bits, from * signs.length + word * TILE, signs[word], into);
    }
  }

  /// A loop of its own, so that the compiler vectorises it.
  private static void add(long[] bits, int from, long signs, int[] into) {
    for (int i = 0; i < TILE; i++) {
      into[i] += Long.bitCount(bits[from + i] ^ signs);
    }
  }
}
