package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// The stored data of the index of one kind: records and traits of live documents, looked up by
/// term without a search.
public final class KindRecords {
  private final DirectoryReader reader;
  private final TraitsCodec traits;

  KindRecords(DirectoryReader reader, TraitsCodec traits) {
    this.reader = reader;
    this.traits = traits;
  }

  /// Receives the results.
  public interface Sink<T> {
    void take(T each) throws IOException;
  }

  /// The document of that id, -1 if there is none.
  int doc(EntryId id) throws IOException {
    Term term = new Term(IndexFields.ID, id.value());
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = postings == null ? PostingsEnum.NO_MORE_DOCS : postings.nextDoc();
          postings != null && doc != PostingsEnum.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          return leaf.docBase + doc;
        }
      }
    }
    return -1;
  }

  /// @param from first place, from 0
  List<Integer> docs(int from, int limit) {
    List<Integer> docs = new ArrayList<>();
    int left = from;
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      int doc = 0;
      if (left >= leaf.reader().numDocs()) {
        left -= leaf.reader().numDocs();
        continue;
      }
      if (live == null) {
        doc = left;
        left = 0;
      }
      for (; doc < leaf.reader().maxDoc() && docs.size() < limit; doc++) {
        if (live == null || live.get(doc)) {
          if (left > 0) {
            left--;
          } else {
            docs.add(leaf.docBase + doc);
          }
        }
      }
    }
    return docs;
  }

  static byte[] record(StoredFields stored, int doc) throws IOException {
    BytesRef bytes = stored.document(doc).getBinaryValue(IndexFields.RECORD);
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  public Optional<byte[]> record(EntryId id) throws IOException {
    int doc = doc(id);
    return doc < 0 ? Optional.empty() : Optional.of(record(reader.storedFields(), doc));
  }

  public void records(String field, String term, Sink<byte[]> sink) throws IOException {
    StoredFields stored = reader.storedFields();
    docs(field, term, (leaf, doc) -> sink.take(record(stored, leaf.docBase + doc)));
  }

  public Optional<TraitsCodec.Unpacked> traits(EntryId id) throws IOException {
    int doc = doc(id);
    if (doc < 0) {
      return Optional.empty();
    }
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(IndexFields.TRAITS);
    return values == null || !values.advanceExact(doc - leaf.docBase)
        ? Optional.empty()
        : Optional.of(traits.unpack(values.binaryValue()));
  }

  public void traits(String field, String term, Sink<TraitsCodec.Unpacked> sink)
      throws IOException {
    BinaryDocValues[] values = new BinaryDocValues[reader.leaves().size()];
    docs(
        field,
        term,
        (leaf, doc) -> {
          if (values[leaf.ord] == null) {
            values[leaf.ord] = leaf.reader().getBinaryDocValues(IndexFields.TRAITS);
          }
          if (values[leaf.ord].advanceExact(doc)) {
            sink.take(traits.unpack(values[leaf.ord].binaryValue()));
          }
        });
  }

  public void traits(Sink<TraitsCodec.Unpacked> sink) throws IOException {
    each(IndexFields.TRAITS, packed -> sink.take(traits.unpack(packed)));
  }

  void each(String column, Sink<BytesRef> sink) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues values = leaf.reader().getBinaryDocValues(column);
      Bits live = leaf.reader().getLiveDocs();
      while (values != null && values.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
        if (live == null || live.get(values.docID())) {
          sink.take(values.binaryValue());
        }
      }
    }
  }

  private interface Found {
    void doc(LeafReaderContext leaf, int doc) throws IOException;
  }

  private void docs(String field, String term, Found found) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      if (postings != null) {
        for (int doc = postings.nextDoc();
            doc != PostingsEnum.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          if (live == null || live.get(doc)) {
            found.doc(leaf, doc);
          }
        }
      }
    }
  }
}
