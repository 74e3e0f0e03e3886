package greenpair.index.meaning;

import greenpair.catalog.Language;
import greenpair.index.document.MeaningField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// What the entries of one kind mean, to find those nearest to a query. In the heap is one bit for
/// each dimension of an entry, 32 bytes an entry, read when it is first needed. A search counts the
/// bits in which each entry differs from the query and computes the cosine of those alone that
/// differ least, so its result depends on the entries and not on how they lie in segments. Safe for
/// use by many threads.
///
/// Bits of the signs for a first choice: Charikar 2002. No graph (HNSW): building it takes longer
/// than all else of an index, see docs/decisions/0029.
public final class MeaningColumn {
  /// Of so many times as many as are wanted the cosine is computed.
  private static final int CHOICE = 4;

  private final DirectoryReader reader;
  private volatile Segment @Nullable [] segments;

  public MeaningColumn(DirectoryReader reader) {
    this.reader = reader;
  }

  /// The bits of a segment's documents, one after the other, and which documents have any.
  ///
  /// @param dimensions of each, 0 where none has any
  @SuppressWarnings("ArrayRecordComponent") // Read only here, never compared.
  private record Segment(int dimensions, long[] bits, FixedBitSet there) {}

  /// An entry and the cosine between its direction and that of the query.
  ///
  /// @param isAcross whether the entry is described in another language only
  public record Near(int doc, double cosine, boolean isAcross) {}

  private Segment[] segments() throws IOException {
    Segment[] known = segments;
    return known == null ? read() : known;
  }

  private synchronized Segment[] read() throws IOException {
    Segment[] known = segments;
    if (known != null) {
      return known;
    }
    Segment[] read = new Segment[reader.leaves().size()];
    for (LeafReaderContext leaf : reader.leaves()) {
      read[leaf.ord] = read(leaf);
    }
    segments = read;
    return read;
  }

  private static Segment read(LeafReaderContext leaf) throws IOException {
    int size = leaf.reader().maxDoc();
    FixedBitSet there = new FixedBitSet(size);
    int dimensions = 0;
    int words = 0;
    long[] bits = new long[0];
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), MeaningField.MEANING);
    for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
      BytesRef packed = column.binaryValue();
      if (dimensions == 0) {
        dimensions = MeaningField.dimensions(packed);
        words = words(dimensions);
        bits = new long[size * words];
      }
      there.set(doc);
      for (int i = 0; i < dimensions; i++) {
        if (MeaningField.isPositive(packed, i)) {
          bits[doc * words + i / Long.SIZE] |= 1L << i;
        }
      }
    }
    return new Segment(dimensions, bits, there);
  }

  /// How many numbers of 64 bits hold one bit for each dimension.
  private static int words(int dimensions) {
    return (dimensions + Long.SIZE - 1) / Long.SIZE;
  }

  /// The nearest entries, in order of documents.
  ///
  /// @param direction of the query, of length 1
  /// @param language of the query
  /// @param most how many
  /// @param among by segment, the documents that may be found; null for all
  /// @param check called now and then, to break off a search that takes too long
  public List<Near> nearest(
      float[] direction,
      Language language,
      int most,
      FixedBitSet @Nullable [] among,
      Runnable check)
      throws IOException {
    for (Segment each : segments()) {
      // Of another file of vectors, which tells nothing of this direction.
      if (each.dimensions != 0 && each.dimensions != direction.length) {
        return List.of();
      }
    }
    long[] wanted = new long[words(direction.length)];
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] > 0) {
        wanted[i / Long.SIZE] |= 1L << i;
      }
    }
    int farthest = farthest(wanted, CHOICE * most, among, check);
    Comparator<Near> order = Comparator.comparingDouble(Near::cosine);
    // Of equals the first stays.
    order = order.thenComparing(Comparator.comparingInt(Near::doc).reversed());
    PriorityQueue<Near> best = new PriorityQueue<>(order);
    for (LeafReaderContext leaf : reader.leaves()) {
      check.run();
      BinaryDocValues column = DocValues.getBinary(leaf.reader(), MeaningField.MEANING);
      each(
          leaf,
          wanted,
          among,
          (doc, distance) -> {
            if (distance <= farthest && column.advanceExact(doc)) {
              BytesRef packed = column.binaryValue();
              best.add(
                  new Near(
                      leaf.docBase + doc,
                      MeaningField.cosine(direction, packed),
                      !MeaningField.isIn(language, packed)));
              if (best.size() > most) {
                best.remove();
              }
            }
          });
    }
    List<Near> nearest = new ArrayList<>(best);
    nearest.sort(Comparator.comparingInt(Near::doc));
    return nearest;
  }

  /// The distance within which at least so many documents are, if there are so many.
  private int farthest(long[] wanted, int count, FixedBitSet @Nullable [] among, Runnable check)
      throws IOException {
    int[] counts = new int[wanted.length * Long.SIZE + 1];
    for (LeafReaderContext leaf : reader.leaves()) {
      check.run();
      each(leaf, wanted, among, (doc, distance) -> counts[distance]++);
    }
    int distance = 0;
    for (int sum = counts[0]; sum < count && distance < counts.length - 1; ) {
      sum += counts[++distance];
    }
    return distance;
  }

  private interface Visit {
    void at(int doc, int distance) throws IOException;
  }

  private void each(
      LeafReaderContext leaf, long[] wanted, FixedBitSet @Nullable [] among, Visit visit)
      throws IOException {
    Segment segment = segments()[leaf.ord];
    long[] bits = segment.bits;
    Bits live = leaf.reader().getLiveDocs();
    FixedBitSet allowed = among == null ? segment.there : among[leaf.ord];
    int words = wanted.length;
    int end = segment.there.length();
    for (int doc = next(allowed, 0, end); doc < end; doc = next(allowed, doc + 1, end)) {
      if (segment.there.get(doc) && (live == null || live.get(doc))) {
        int distance = 0;
        for (int i = 0; i < words; i++) {
          distance += Long.bitCount(bits[doc * words + i] ^ wanted[i]);
        }
        visit.at(doc, distance);
      }
    }
  }

  private static int next(FixedBitSet docs, int from, int end) {
    return from < end ? docs.nextSetBit(from) : end;
  }
}
