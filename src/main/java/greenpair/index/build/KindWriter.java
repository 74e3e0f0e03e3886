package greenpair.index.build;

import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.IndexFields;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The Lucene index of one kind while it is written.
public final class KindWriter implements Closeable {
  private static final double BUFFER_MB = 64;

  /// Larger segments are not merged when documents are replaced: they are shared with the previous
  /// generation, and rewriting them takes long.
  private static final double SMALL_MB = 64;

  /// If a greater share of the documents was replaced, the index is rewritten without them.
  private static final double MOST_DELETED = 0.1;

  private final Directory directory;
  private final IndexWriter writer;

  KindWriter(Path path, IndexSettings settings) throws IOException {
    this(path, config(settings));
  }

  private KindWriter(Path path, IndexWriterConfig config) throws IOException {
    Files.createDirectories(path);
    directory = FSDirectory.open(path);
    writer = new IndexWriter(directory, config);
  }

  static KindWriter over(Path path, IndexSettings settings) throws IOException {
    LogByteSizeMergePolicy small = new LogByteSizeMergePolicy();
    small.setMaxMergeMB(SMALL_MB);
    IndexWriterConfig config =
        config(settings).setOpenMode(IndexWriterConfig.OpenMode.APPEND).setMergePolicy(small);
    return new KindWriter(path, config);
  }

  /// Merges neighbours only, so that documents keep the order in which they came.
  public static IndexWriterConfig config(IndexSettings settings) {
    TextAnalyzers analysis = new TextAnalyzers(settings);
    return new IndexWriterConfig(analysis.analyzer())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setUseCompoundFile(false)
        .setMergePolicy(new LogByteSizeMergePolicy());
  }

  void add(Document document) throws IOException {
    writer.addDocument(document);
  }

  /// Bytes of heap that its documents take until they are flushed.
  long buffered() {
    return writer.ramBytesUsed();
  }

  /// Writes the buffered documents to disk, without a commit.
  void flush() throws IOException {
    writer.flush();
  }

  void put(String id, Document document) throws IOException {
    writer.updateDocument(new Term(IndexFields.ID, id), document);
  }

  /// Commits, waits for merges and returns the number of documents.
  long finish() throws IOException {
    return finish(Map.of());
  }

  long finish(Map<String, String> totals) throws IOException {
    writer.flush();
    IndexWriter.DocStats all = writer.getDocStats();
    if (all.maxDoc - all.numDocs > MOST_DELETED * all.maxDoc) {
      writer.forceMergeDeletes();
    }
    writer.setLiveCommitData(totals.entrySet());
    writer.close();
    return all.numDocs;
  }

  @Override
  public void close() throws IOException {
    if (writer.isOpen()) {
      writer.rollback();
    }
    directory.close();
  }
}
