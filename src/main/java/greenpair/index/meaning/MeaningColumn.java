package greenpair.index.meaning;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.document.Documents;
import greenpair.index.document.Fields;
import greenpair.index.document.MeaningField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Vectors of the entries of one kind, to find those nearest to a query. In the heap is one bit for
/// each dimension of an entry, 32 bytes an entry, read when it is first needed. A search counts the
/// bits in which each entry differs from the query and computes the cosine only for those that
/// differ least. The result depends on the entries and not on their distribution over segments.
/// Thread-safe.
///
/// Bits of the signs for a first choice: Charikar 2002. No graph (HNSW): building it takes longer
/// than all else of an index, see docs/decisions/0029.
public final class MeaningColumn {
  /// The cosine is computed for this multiple of the wanted number of entries.
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

  /// The nearest entries, in document order; ties at the cutoff by id.
  ///
  /// @param direction of the query, of length 1
  /// @param language of the query
  /// @param most how many
  /// @param among by segment, the documents that may be found; null for all
  /// @param check called periodically, to abort a search that takes too long
  public List<Near> nearest(
      float[] direction,
      Language language,
      int most,
      FixedBitSet @Nullable [] among,
      Runnable check)
      throws IOException {
    Segment[] all = segments();
    for (Segment each : all) {
      // From another vector file, so not comparable with this direction.
      if (each.dimensions != 0 && each.dimensions != direction.length) {
        return List.of();
      }
    }
    Choice choice = new Choice(direction, CHOICE * most);
    for (LeafReaderContext leaf : reader.leaves()) {
      check.run();
      FixedBitSet allowed = among == null ? null : among[leaf.ord];
      choice.add(all[leaf.ord], leaf, allowed);
    }
    List<Near> near = new ArrayList<>();
    int leaf = -1;
    BinaryDocValues column = null;
    for (int doc : choice.docs()) {
      int its = ReaderUtil.subIndex(doc, reader.leaves());
      if (column == null || its != leaf) {
        check.run();
        leaf = its;
        column = DocValues.getBinary(reader.leaves().get(leaf).reader(), MeaningField.MEANING);
      }
      if (column.advanceExact(doc - reader.leaves().get(leaf).docBase)) {
        BytesRef packed = column.binaryValue();
        double cosine = MeaningField.cosine(direction, packed);
        near.add(new Near(doc, cosine, !MeaningField.isIn(language, packed)));
      }
    }
    return near.size() <= most ? near : first(near, most);
  }

  private List<Near> first(List<Near> near, int most) throws IOException {
    List<Near> order = new ArrayList<>(near);
    order.sort(Comparator.comparingDouble(Near::cosine).reversed());
    double last = order.get(most - 1).cosine;
    List<Near> first = new ArrayList<>(order.stream().filter(each -> each.cosine > last).toList());
    List<Near> equals = order.stream().filter(each -> each.cosine == last).toList();
    if (first.size() + equals.size() > most) {
      Map<Near, EntryId> ids = new HashMap<>();
      for (Near each : equals) {
        ids.put(each, id(each.doc));
      }
      equals =
          equals.stream()
              .sorted(Comparator.comparing(ids::get))
              .limit(most - first.size())
              .toList();
    }
    first.addAll(equals);
    first.sort(Comparator.comparingInt(Near::doc));
    return first;
  }

  private EntryId id(int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues labels = DocValues.getBinary(leaf.reader(), Fields.LABEL);
    if (!labels.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document " + doc + " has no label");
    }
    return Documents.named(labels.binaryValue()).id();
  }

  /// The documents with the smallest distances, including ties with the last. More distant ones are
  /// discarded during the single pass over the bits.
  private static final class Choice {
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
      this.wanted = new long[words(direction.length)];
      for (int i = 0; i < direction.length; i++) {
        if (direction[i] > 0) {
          wanted[i / Long.SIZE] |= 1L << i;
        }
      }
      this.farthest = wanted.length * Long.SIZE;
      this.counts = new int[farthest + 1];
    }

    /// @param allowed null for all
    void add(Segment segment, LeafReaderContext leaf, @Nullable FixedBitSet allowed) {
      if (segment.dimensions == 0) {
        return;
      }
      Bits live = leaf.reader().getLiveDocs();
      int end = segment.there.length();
      if (allowed != null && (long) allowed.cardinality() * FEW < end) {
        for (int doc = next(allowed, 0, end); doc < end; doc = next(allowed, doc + 1, end)) {
          int distance = distance(segment.bits, doc);
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
        int distance = distance(segment.bits, doc);
        if (distance <= farthest && isThere(segment, live, allowed, doc)) {
          add(leaf.docBase + doc, distance);
        }
      }
    }

    /// The same for 256 dimensions, as the file of this program has: the loop over all entries
    /// dominates the cost, and without an inner loop it takes half the time.
    private void addOfFour(Segment segment, LeafReaderContext leaf, @Nullable FixedBitSet allowed) {
      Bits live = leaf.reader().getLiveDocs();
      long[] bits = segment.bits;
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
        Segment segment, @Nullable Bits live, @Nullable FixedBitSet allowed, int doc) {
      return segment.there.get(doc)
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
  }

  private static int next(FixedBitSet docs, int from, int end) {
    return from < end ? docs.nextSetBit(from) : end;
  }
}
