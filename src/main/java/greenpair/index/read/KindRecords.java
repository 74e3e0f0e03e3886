package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
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

  /// The documents at some places, from 0.
  List<Integer> docs(int from, int limit) {
    Bits live = MultiBits.getLiveDocs(reader);
    if (live == null) {
      int end = (int) Math.min(reader.maxDoc(), (long) from + limit);
      return IntStream.range(Math.min(from, end), end).boxed().toList();
    }
    return IntStream.range(0, reader.maxDoc())
        .filter(live::get)
        .skip(from)
        .limit(limit)
        .boxed()
        .toList();
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
    for (int doc : docs(field, term)) {
      sink.take(record(stored, doc));
    }
  }

  public Optional<TraitsCodec.Unpacked> traits(EntryId id) throws IOException {
    int doc = doc(id);
    return doc < 0 ? Optional.empty() : Optional.of(traits.unpack(value(IndexFields.TRAITS, doc)));
  }

  public void traits(String field, String term, Sink<TraitsCodec.Unpacked> sink)
      throws IOException {
    for (int doc : docs(field, term)) {
      sink.take(traits.unpack(value(IndexFields.TRAITS, doc)));
    }
  }

  public void traits(Sink<TraitsCodec.Unpacked> sink) throws IOException {
    each(IndexFields.TRAITS, packed -> sink.take(traits.unpack(packed)));
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
      Bits live = leaf.reader().getLiveDocs();
      while (values != null && values.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
        if (live == null || live.get(values.docID())) {
          sink.take(values.binaryValue());
        }
      }
    }
  }

  private List<Integer> docs(String field, String term) throws IOException {
    List<Integer> docs = new ArrayList<>();
    PostingsEnum postings =
        MultiTerms.getTermPostingsEnum(reader, field, new BytesRef(term), PostingsEnum.NONE);
    Bits live = MultiBits.getLiveDocs(reader);
    while (postings != null && postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      if (live == null || live.get(postings.docID())) {
        docs.add(postings.docID());
      }
    }
    return docs;
  }
}
