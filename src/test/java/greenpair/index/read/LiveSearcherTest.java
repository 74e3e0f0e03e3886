package greenpair.index.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class LiveSearcherTest {
  private static final String FIELD = "name";

  private static Term name(String name) {
    return new Term(FIELD, name);
  }

  @Test
  void termsOfDocumentsThatAreGone_areNotThere() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (String each : new String[] {"old", "same", "new", "same"}) {
          Document document = new Document();
          document.add(new StringField(FIELD, each, Field.Store.NO));
          writer.addDocument(document);
        }
        writer.commit();
        writer.deleteDocuments(name("old"));
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LiveSearcher searcher = new LiveSearcher(reader);
        assertTrue(reader.hasDeletions());
        assertEquals(0, searcher.frequency(name("old")));
        assertEquals(1, searcher.frequency(name("new")));
        assertEquals(0, searcher.frequency(name("never")));
        assertEquals(2, searcher.frequency(name("same")));
      }
    }
  }
}
