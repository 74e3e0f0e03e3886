package greenpair.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The Lucene index of one kind while it is written.
final class KindWriter implements AutoCloseable {
  private static final double BUFFER_MB = 64;

  private final Directory directory;
  private final IndexWriter writer;
  private final FacetTable facets = new FacetTable();

  KindWriter(Path path, IndexSettings settings) throws IOException {
    Files.createDirectories(path);
    directory = FSDirectory.open(path);
    writer = new IndexWriter(directory, config(settings));
  }

  /// Merges neighbours only, so that documents keep the order in which they came.
  static IndexWriterConfig config(IndexSettings settings) {
    Analysis analysis = new Analysis(settings);
    return new IndexWriterConfig(analysis.analyzer())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setUseCompoundFile(false)
        .setMergePolicy(new LogByteSizeMergePolicy());
  }

  /// The numbers of the values of facets, which grow with the documents.
  FacetTable facets() {
    return facets;
  }

  void add(Document document) throws IOException {
    writer.addDocument(document);
  }

  /// Commits, waits for merges and returns the number of documents.
  long finish() throws IOException {
    long count = writer.getDocStats().numDocs;
    writer.setLiveCommitData(facets.data().entrySet());
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
