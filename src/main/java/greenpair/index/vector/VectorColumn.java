package greenpair.index.vector;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.EntryDocumentBuilder;
import greenpair.index.document.VectorField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Vectors of the entries of one kind, to find those nearest to a query. The heap has one bit for
/// each dimension, 32 bytes per entry, read when they are first needed. A search counts the bits in
/// which each entry differs from the query and computes the cosine only for those that differ
/// least. The result depends on the entries and not on their distribution over segments.
/// Thread-safe.
///
/// Bits of the signs for a first choice: Charikar 2002. There is no graph (HNSW), because building
/// it takes longer than the rest of an index, see docs/decisions/0029.
public final class VectorColumn {
  /// The cosine is computed for this multiple of the wanted number of entries.
  private static final int CHOICE = 4;

  private final DirectoryReader reader;
  private volatile SignBits @Nullable [] segments;

  public VectorColumn(DirectoryReader reader) {
    this.reader = reader;
  }

  /// An entry and the cosine between its direction and that of the query.
  ///
  /// @param isAcross whether the entry is described in another language only
  public record Near(int doc, double cosine, boolean isAcross) {}

  private SignBits[] segments() throws IOException {
    SignBits[] known = segments;
    return known == null ? read() : known;
  }

  private synchronized SignBits[] read() throws IOException {
    SignBits[] known = segments;
    if (known != null) {
      return known;
    }
    SignBits[] read = new SignBits[reader.leaves().size()];
    for (LeafReaderContext leaf : reader.leaves()) {
      read[leaf.ord] = SignBits.read(leaf);
    }
    segments = read;
    return read;
  }

  /// What is compared with the entries.
  ///
  /// @param direction of the query, of length 1
  /// @param most how many entries are wanted
  /// @param check called periodically, to abort a search that takes too long
  @SuppressWarnings("ArrayRecordComponent") // Used within one search, never compared.
  public record Wanted(float[] direction, Language language, int most, Runnable check) {}

  /// The nearest entries, in the order of their documents; ties at the cutoff by id.
  public List<Near> nearest(Wanted wanted) throws IOException {
    List<Near> near = compare(wanted, candidates(wanted));
    return near.size() <= wanted.most ? near : first(near, wanted.most);
  }

  /// The documents among which the nearest are, in order: those that differ in the fewest bits.
  private int[] candidates(Wanted wanted) throws IOException {
    SignBits[] segments = segments();
    for (SignBits each : segments) {
      // From another vector file, so not comparable with this direction.
      if (each.dimensions() != 0 && each.dimensions() != wanted.direction.length) {
        return new int[0];
      }
    }
    long[] signs = SignBits.of(wanted.direction);
    NearestBits choice = new NearestBits(CHOICE * wanted.most, signs.length * Long.SIZE);
    int[] differences = new int[SignBits.TILE];
    for (LeafReaderContext leaf : reader.leaves()) {
      wanted.check.run();
      SignBits segment = segments[leaf.ord];
      int end = segment.dimensions() == 0 ? 0 : leaf.reader().maxDoc();
      for (int from = 0; from < end; from += SignBits.TILE) {
        segment.differences(from, signs, differences);
        choice.add(segment, leaf.docBase, from, differences);
      }
    }
    return choice.docs();
  }

  /// Compares some documents, given in order. All vectors are read before the first is compared, so
  /// that the processor waits for several of them at a time.
  private List<Near> compare(Wanted wanted, int[] docs) throws IOException {
    int size = VectorField.length(wanted.direction.length);
    byte[] vectors = new byte[docs.length * size];
    wanted.check.run();
    BinaryDocValues column = MultiDocValues.getBinaryValues(reader, IndexFields.MEANING);
    for (int i = 0; i < docs.length; i++) {
      if (column.advanceExact(docs[i])) {
        BytesRef packed = column.binaryValue();
        System.arraycopy(packed.bytes, packed.offset, vectors, i * size, size);
      }
    }
    List<Near> near = new ArrayList<>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      BytesRef packed = new BytesRef(vectors, i * size, size);
      double cosine = VectorField.cosine(wanted.direction, packed);
      near.add(new Near(docs[i], cosine, !VectorField.isIn(wanted.language, packed)));
    }
    return near;
  }

  private List<Near> first(List<Near> near, int most) throws IOException {
    double[] cosines = near.stream().mapToDouble(Near::cosine).sorted().toArray();
    double last = cosines[cosines.length - most];
    List<Near> first = new ArrayList<>(near.stream().filter(each -> each.cosine >= last).toList());
    if (first.size() > most) {
      Map<Near, EntryId> ids = new HashMap<>();
      for (Near each : first) {
        if (each.cosine == last) {
          ids.put(each, id(each.doc));
        }
      }
      ids.keySet().stream()
          .sorted(Comparator.comparing((Near each) -> ids.get(each)).reversed())
          .limit(first.size() - most)
          .toList()
          .forEach(first::remove);
    }
    return first;
  }

  private EntryId id(int doc) throws IOException {
    BinaryDocValues labels = MultiDocValues.getBinaryValues(reader, IndexFields.LABEL);
    if (!labels.advanceExact(doc)) {
      throw new IllegalStateException("document " + doc + " has no label");
    }
    return EntryDocumentBuilder.named(labels.binaryValue()).id();
  }
}
