package greenpair.index.read;

import greenpair.index.document.SearchFields;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// The numbers of the values of all facets of one segment, in the heap as they are packed in the
/// index ([FacetTable]): some 15 to 20 bytes a document. Immutable.
final class FacetColumn {
  private static final int SEVEN = 7;
  private static final int LOWEST = 0x7f;

  private final byte[] packed;

  /// Where the numbers of each document begin, and behind them where the last ones end.
  private final int[] starts;

  /// How many documents have each value.
  private final int[] totals;

  private FacetColumn(byte[] packed, int[] starts, int values) {
    this.packed = packed;
    this.starts = starts;
    this.totals = new int[values];
    for (int doc = 0; doc < starts.length - 1; doc++) {
      count(doc, 1, totals);
    }
  }

  /// @param values how many values the table has
  static FacetColumn read(LeafReader reader, int values) throws IOException {
    int[] starts = new int[reader.maxDoc() + 1];
    byte[] packed = new byte[Math.max(16, reader.maxDoc() * 16)];
    int end = 0;
    int next = 0;
    BinaryDocValues column = DocValues.getBinary(reader, SearchFields.FACETS);
    for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
      Arrays.fill(starts, next, doc + 1, end);
      next = doc + 1;
      BytesRef each = column.binaryValue();
      if (end + each.length > packed.length) {
        packed = Arrays.copyOf(packed, Math.max(end + each.length, packed.length * 3 / 2));
      }
      System.arraycopy(each.bytes, each.offset, packed, end, each.length);
      end += each.length;
    }
    Arrays.fill(starts, next, starts.length, end);
    return new FacetColumn(Arrays.copyOf(packed, end), starts, values);
  }

  private void count(int doc, int step, int[] counts) {
    for (int at = starts[doc], end = starts[doc + 1]; at < end; at++) {
      int number = packed[at];
      if (number < 0) {
        number &= LOWEST;
        for (int shift = SEVEN; ; shift += SEVEN) {
          byte more = packed[++at];
          number |= (more & LOWEST) << shift;
          if (more >= 0) {
            break;
          }
        }
      }
      counts[number] += step;
    }
  }

  /// Counts the values of documents. Of a set that has most of them the others are taken off the
  /// totals, so that counting never reads more than half of the column.
  void count(FixedBitSet docs, int[] counts) {
    int size = docs.cardinality();
    if (2 * size <= docs.length()) {
      for (int doc = next(docs, 0); doc < docs.length(); doc = next(docs, doc + 1)) {
        count(doc, 1, counts);
      }
      return;
    }
    for (int number = 0; number < totals.length; number++) {
      counts[number] += totals[number];
    }
    if (size < docs.length()) {
      FixedBitSet others = docs.clone();
      others.flip(0, others.length());
      for (int doc = next(others, 0); doc < others.length(); doc = next(others, doc + 1)) {
        count(doc, -1, counts);
      }
    }
  }

  private static int next(FixedBitSet docs, int from) {
    return from < docs.length() ? docs.nextSetBit(from) : docs.length();
  }
}
