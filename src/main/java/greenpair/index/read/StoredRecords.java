package greenpair.index.read;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.EntryDocumentBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Bits;

/// The records of a generation as written, in catalog order, whatever configuration built it. The
/// caller must prevent the deletion of the generation meanwhile.
public final class StoredRecords {
  private StoredRecords() {}

  /// Receives a record: a line of the catalog format.
  public interface Sink {
    void take(EntryId id, byte[] line) throws IOException;
  }

  /// Reads all entries of a kind.
  public static void each(Path directory, Kind kind, Sink sink) throws IOException {
    try (Directory files = new MMapDirectory(directory.resolve(kind.word()));
        DirectoryReader reader = DirectoryReader.open(files)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        BinaryDocValues labels = leaf.reader().getBinaryDocValues(IndexFields.LABEL);
        StoredFields stored = sequential(leaf.reader());
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            if (labels == null || !labels.advanceExact(doc)) {
              throw new IOException("a document of " + directory + "/" + kind + " has no label");
            }
            EntryId id = EntryDocumentBuilder.named(labels.binaryValue()).id();
            sink.take(id, KindRecords.record(stored, doc));
          }
        }
      }
    }
  }

  /// Decompresses a block once, not again for each of its documents.
  private static StoredFields sequential(LeafReader reader) throws IOException {
    return reader instanceof CodecReader codec && codec.getFieldsReader() != null
        ? codec.getFieldsReader().getMergeInstance()
        : reader.storedFields();
  }
}
