package greenpair.index.read;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.Traits;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// The stored data of the index of one kind, looked up without a search. No document of a
/// generation is ever deleted.
record KindRecords(DirectoryReader reader, TraitsCodec codec) {
  /// Receives the results.
  interface Sink<T> {
    void take(T each) throws IOException;
  }

  /// The document of that id, -1 if there is none.
  int doc(EntryId id) throws IOException {
    Term term = new Term(IndexFields.ID, id.value());
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings != null) {
        return leaf.docBase + postings.nextDoc();
      }
    }
    return -1;
  }

  /// The documents at some places, from 0.
  List<Integer> docs(int from, int limit) {
    int end = (int) Math.min(reader.maxDoc(), (long) from + limit);
    return IntStream.range(Math.min(from, end), end).boxed().toList();
  }

  static byte[] record(StoredFields stored, int doc) throws IOException {
    BytesRef bytes = stored.document(doc).getBinaryValue(IndexFields.RECORD);
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  /// The traits of the entry of that id, without its deployments.
  Optional<Traits> traits(EntryId id) throws IOException {
    int doc = doc(id);
    return doc < 0 ? Optional.empty() : Optional.of(codec.traits(value(IndexFields.TRAITS, doc)));
  }

  /// The value of a document in a column that all documents have.
  BytesRef value(String column, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), column);
    if (!values.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document " + doc + " has no " + column);
    }
    return values.binaryValue();
  }

  void each(String column, Sink<BytesRef> sink) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues values = leaf.reader().getBinaryDocValues(column);
      while (values != null && values.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
        sink.take(values.binaryValue());
      }
    }
  }
}
