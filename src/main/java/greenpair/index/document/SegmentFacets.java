package greenpair.index.document;

import greenpair.index.contract.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The values of all facets of one segment, in the heap. A frequent value is a bit set, counted 64
/// documents at a time; for the others, each document has a list of numbers, packed as in
/// [FacetTable], and each value a list of documents. About 25 bytes per document. Immutable.
public final class SegmentFacets {
  /// A value is stored as a set if at least one document in this number has it.
  private static final int FEW = 128;

  /// Maximum number of sets, which limits the heap to 32 bytes per document.
  private static final int MOST_SETS = 256;

  /// The list of a document is read in the time in which so many documents are looked up in a set.
  private static final int LIST = 4;

  private static final int SEVEN = 7;
  private static final int LOWEST = 0x7f;

  private final List<Value> frequent = new ArrayList<>();
  private final byte[] packed;

  /// Start offsets of the numbers of each document, followed by the end offset of the last.
  private final int[] starts;

  /// The documents of each other value, one value after the other.
  private final int[] others;

  /// Where the documents of each value begin, followed by the end of the last.
  private final int[] firsts;

  private final Set<Facet> listed = EnumSet.noneOf(Facet.class);

  private record Value(int number, Facet facet, FixedBitSet docs) {}

  private SegmentFacets(LeafReader reader, FacetTable table) throws IOException {
    int[] all = new int[table.size()];
    each(reader, (doc, numbers, count) -> add(numbers, count, all));
    @Nullable FixedBitSet[] sets = new FixedBitSet[all.length];
    IntStream.range(0, all.length)
        .filter(number -> (long) all[number] * FEW >= reader.maxDoc() && all[number] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer number) -> -all[number]))
        .limit(MOST_SETS)
        .forEach(number -> sets[number] = new FixedBitSet(reader.maxDoc()));
    this.starts = new int[reader.maxDoc() + 1];
    this.firsts = new int[all.length + 1];
    for (int number = 0; number < all.length; number++) {
      firsts[number + 1] = firsts[number] + (sets[number] == null ? all[number] : 0);
    }
    this.others = new int[firsts[all.length]];
    int[] ends = firsts.clone();
    Packing rest = new Packing();
    each(
        reader,
        (doc, numbers, count) -> {
          for (int i = 0; i < count; i++) {
            FixedBitSet set = sets[numbers[i]];
            if (set != null) {
              set.set(doc);
            } else {
              rest.add(numbers[i]);
              others[ends[numbers[i]]++] = doc;
            }
          }
          starts[doc + 1] = rest.end;
        });
    for (int doc = 1; doc < starts.length; doc++) {
      starts[doc] = Math.max(starts[doc], starts[doc - 1]);
    }
    this.packed = Arrays.copyOf(rest.bytes, rest.end);
    for (int number = 0; number < sets.length; number++) {
      FixedBitSet set = sets[number];
      if (set == null) {
        listed.add(table.value(number).facet());
      } else {
        frequent.add(new Value(number, table.value(number).facet(), set));
      }
    }
  }

  public static SegmentFacets read(LeafReader reader, FacetTable table) throws IOException {
    return new SegmentFacets(reader, table);
  }

  private interface Sink {
    void take(int doc, int[] numbers, int count);
  }

  private static void each(LeafReader reader, Sink sink) throws IOException {
    BinaryDocValues column = DocValues.getBinary(reader, SearchFields.FACETS);
    int[] numbers = new int[16];
    for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
      BytesRef each = column.binaryValue();
      numbers = numbers.length < each.length ? new int[2 * each.length] : numbers;
      sink.take(doc, numbers, FacetTable.unpack(each, numbers));
    }
  }

  private static void add(int[] numbers, int count, int[] counts) {
    for (int i = 0; i < count; i++) {
      counts[numbers[i]]++;
    }
  }

  /// Numbers in the variable-length format of [FacetTable].
  private static final class Packing {
    private byte[] bytes = new byte[1 << 10];
    private int end;

    void add(int number) {
      if (end + Integer.BYTES + 1 > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      int left = number;
      for (; left > LOWEST; left >>>= SEVEN) {
        bytes[end++] = (byte) (left | ~LOWEST);
      }
      bytes[end++] = (byte) left;
    }
  }

  /// The documents with a value, if stored as a set, which must not be changed; otherwise null.
  public @Nullable FixedBitSet docs(int number) {
    for (Value value : frequent) {
      if (value.number == number) {
        return value.docs;
      }
    }
    return null;
  }

  /// Adds how many documents of a set have each value.
  ///
  /// @param facet the only facet of which values need be counted; null for all
  public void count(FixedBitSet docs, @Nullable Facet facet, int[] counts) {
    int size = docs.cardinality();
    if (size == 0) {
      return;
    }
    BitWords bits = BitWords.of(docs, size);
    for (Value value : frequent) {
      if (facet == null || facet == value.facet) {
        counts[value.number] += bits.common(value.docs);
      }
    }
    if (facet == null || listed.contains(facet)) {
      rest(docs, size, counts);
    }
  }

  /// For a set with more than half of the documents, the complement is subtracted from the totals,
  /// so counting never reads more than half of the lists; and none if those of values are shorter.
  private void rest(FixedBitSet docs, int size, int[] counts) {
    if ((long) Math.min(size, docs.length() - size) * LIST > others.length) {
      byValue(docs.getBits(), counts);
      return;
    }
    if (2 * size <= docs.length()) {
      for (int doc = next(docs, 0); doc < docs.length(); doc = next(docs, doc + 1)) {
        rest(doc, 1, counts);
      }
      return;
    }
    for (int number = 0; number < counts.length; number++) {
      counts[number] += firsts[number + 1] - firsts[number];
    }
    if (size < docs.length()) {
      FixedBitSet others = docs.clone();
      others.flip(0, others.length());
      for (int doc = next(others, 0); doc < others.length(); doc = next(others, doc + 1)) {
        rest(doc, -1, counts);
      }
    }
  }

  private void byValue(long[] bits, int[] counts) {
    for (int number = 0; number < counts.length; number++) {
      for (int at = firsts[number]; at < firsts[number + 1]; at++) {
        counts[number] += (int) (bits[others[at] >> 6] >>> others[at]) & 1;
      }
    }
  }

  private void rest(int doc, int step, int[] counts) {
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

  private static int next(FixedBitSet docs, int from) {
    return from < docs.length() ? docs.nextSetBit(from) : docs.length();
  }
}
