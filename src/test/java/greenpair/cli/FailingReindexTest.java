package greenpair.cli;

import static greenpair.cli.CatalogLines.CITY;
import static greenpair.cli.CatalogLines.FIRM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import greenpair.registry.SourceChangedException;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Runs that fail because another one runs, a source changes, or the disk is full.
class FailingReindexTest {
  @TempDir private Path folder;
  private ServedFolder served;

  @BeforeEach
  void serve() throws IOException {
    served = ServedFolder.in(folder);
  }

  /// A run that does something at the beginning of a stage.
  private ReindexReport reindex(Path source, String stage, Runnable then) throws IOException {
    CommandWiring engine = CommandWiring.read(Path.of("index-config"));
    RunObserver watch =
        new RunObserver() {
          @Override
          public void stage(String name, long expected) {
            if (name.equals(stage)) {
              then.run();
            }
          }
        };
    return engine
        .reindexing(new GenerationStore(served.data()))
        .run(ReindexRequest.of(List.of(source)), watch, Instant.now().plusSeconds(1));
  }

  /// What the program makes of an exception of a command.
  private static Ran reported(Exception e) throws Exception {
    StringWriter err = new StringWriter();
    CommandLine program = Main.commandLine(Language.EN).setErr(new PrintWriter(err));
    int code =
        program
            .getExecutionExceptionHandler()
            .handleExecutionException(e, program, program.parseArgs("status"));
    return new Ran(code, "", err.toString());
  }

  @Test
  void source_thatIsDeletedBetweenThePasses_isRefused() throws Exception {
    Path file = served.file("changing.jsonl", CITY, FIRM);
    SourceChangedException e =
        assertThrows(
            SourceChangedException.class, () -> reindex(file, "writing", file.toFile()::delete));
    reported(e).assertFails(Exit.BAD_DATA, file + " changed");
    served.assertStays();
  }

  /// A merge that fails closes the writer, and the next thread to come learns of it second-hand.
  @Test
  void disk_thatIsFullInAMerge_isNamedToo() throws Exception {
    IOException full = new IOException("No space left on device");
    Exception closed = new IllegalStateException("this IndexWriter is closed", full);
    reported(new IllegalStateException("writing the index failed", closed))
        .assertFails(
            Exit.FAILURE, "the disk is full (No space left on device). Nothing was published");
  }

  @Test
  void bug_isReported_showsItsStackTrace() throws Exception {
    Ran ran = reported(new IllegalStateException("what should not be possible"));
    assertEquals(Exit.FAILURE, ran.code());
    assertTrue(ran.err().startsWith("greenpair: what should not be possible"), ran.err());
    assertTrue(ran.err().contains("\tat "), ran.err());
  }
}
