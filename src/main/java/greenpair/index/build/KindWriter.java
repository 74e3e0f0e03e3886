package greenpair.index.build;

import module java.base;

import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.TextAnalyzers;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The Lucene index of one kind while it is written.
public final class KindWriter implements Closeable {
  private static final double BUFFER_MB = 64;

  private final Directory directory;
  private final IndexWriter writer;

  KindWriter(Path path, IndexSettings settings) throws IOException {
    Files.createDirectories(path);
    directory = FSDirectory.open(path);
    writer = new IndexWriter(directory, config(settings));
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

  /// Commits, waits for merges and returns the number of documents.
  long finish() throws IOException {
    writer.flush();
    long count = writer.getDocStats().numDocs;
    writer.close();
    return count;
  }

  @Override
  public void close() throws IOException {
    if (writer.isOpen()) {
      writer.rollback();
    }
    directory.close();
  }
}
