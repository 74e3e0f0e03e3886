package greenpair.index.build;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.index.analysis.IndexSettings;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the writer thread fails with, its caller gets.
@Timeout(60)
class WriterThreadTest {
  private static final int MORE_THAN_ARE_AHEAD = 32 * 20;

  @TempDir private Path folder = Path.of("");

  private KindWriter writer() throws IOException {
    return new KindWriter(folder, IndexSettings.none());
  }

  @Test
  void add_toAWriterThatIsClosed_failsSoon() throws Exception {
    KindWriter writer = writer();
    writer.close();
    try (WriterThread thread = new WriterThread()) {
      assertThrows(
          IllegalStateException.class,
          () -> {
            for (int each = 0; each < MORE_THAN_ARE_AHEAD; each++) {
              thread.add(writer, new Document(), () -> {});
            }
          });
    }
  }

  @Test
  void finish_afterADocumentThatWasNotWritten_failsAndLosesNothingSilently() throws Exception {
    KindWriter writer = writer();
    writer.close();
    try (WriterThread thread = new WriterThread()) {
      thread.add(writer, new Document(), () -> {});
      assertThrows(IllegalStateException.class, thread::finish);
    }
  }

  @Test
  void finish_afterACompletionThatFailed_reportsIt() throws Exception {
    try (KindWriter writer = writer();
        WriterThread thread = new WriterThread()) {
      IllegalArgumentException failure = new IllegalArgumentException("no direction");
      thread.add(
          writer,
          new Document(),
          () -> {
            throw failure;
          });
      assertSame(failure, assertThrows(IllegalStateException.class, thread::finish).getCause());
    }
  }

  @Test
  void add_toWritersOfSeveralKinds_flushesTheFullestOne() throws Exception {
    long limit = 1 << 20;
    List<KindWriter> kinds = new ArrayList<>();
    try (WriterThread thread = new WriterThread(limit)) {
      for (String kind : List.of("a", "b", "c")) {
        kinds.add(new KindWriter(folder.resolve(kind), IndexSettings.none()));
        for (int each = 0; each < 1000; each++) {
          Document document = new Document();
          document.add(new StoredField("text", new byte[1 << 10]));
          document.add(new StringField("id", kind + each, Field.Store.NO));
          thread.add(kinds.getLast(), document, () -> {});
        }
      }
      thread.finish();
      long all = 0;
      for (KindWriter each : kinds) {
        all += each.buffered();
      }
      assertTrue(all < 2 * limit, all + " bytes are buffered");
    } finally {
      for (KindWriter each : kinds) {
        each.close();
      }
    }
  }
}
