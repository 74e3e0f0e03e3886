package greenpair.index.meaning;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.document.CoreFields;
import greenpair.index.document.EntryFields;
import greenpair.index.document.MeaningField;
import java.io.IOException;
import java.util.ArrayList;
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
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Vectors of the entries of one kind, to find those nearest to a query. The heap has one bit for
/// each dimension, 32 bytes per entry, read when they are first needed. A search counts the bits in
/// which each entry differs from the query and computes the cosine only for those that differ
/// least. The result depends on the entries and not on their distribution over segments.
/// Thread-safe.
///
/// Bits of the signs for a first choice: Charikar 2002. There is no graph (HNSW), because building
/// it takes longer than the rest of an index, see docs/decisions/0029.
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
  /// @param dimensions of each, 0 if none has any
  @SuppressWarnings("ArrayRecordComponent") // Read only here, never compared.
  record Segment(int dimensions, long[] bits, FixedBitSet there) {}

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
  static int words(int dimensions) {
    return (dimensions + Long.SIZE - 1) / Long.SIZE;
  }

  /// The nearest entries, in document order; ties at the cutoff by id.
  ///
  /// @param direction of the query, of length 1
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
    double[] cosines = near.stream().mapToDouble(Near::cosine).sorted().toArray();
    double last = cosines[cosines.length - most];
    List<Near> first = new ArrayList<>(near.stream().filter(each -> each.cosine > last).toList());
    List<Near> equals = near.stream().filter(each -> each.cosine == last).toList();
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
    BinaryDocValues labels = DocValues.getBinary(leaf.reader(), CoreFields.LABEL);
    if (!labels.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document " + doc + " has no label");
    }
    return EntryFields.named(labels.binaryValue()).id();
  }
}
