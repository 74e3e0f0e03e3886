package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import greenpair.program.access.Audit.AuditEntry;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.ProgramException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of SQLite is deleted, emptied or replaced under a server that has it open, or before it
/// starts.
class LostFileTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path data;
  private DatabaseSettings settings;
  private Path file;

  @BeforeEach
  void place() {
    settings = DatabaseSettings.sqlite(data);
    file = settings.file();
  }

  private static String write(ProgramStore store, String action) {
    return store.write(
        all -> {
          all.audit().add(Caller.ANONYMOUS, NOW, action, "", RequestOrigin.NONE);
          return action;
        });
  }

  private static List<String> actions(ProgramStore store) {
    return store.read(all -> all.audit().list(null, Page.NEWEST, 10_000)).items().stream()
        .map(AuditEntry::action)
        .sorted()
        .toList();
  }

  @Test
  void file_deletedUnderTheServer_isReported_andNothingIsAcknowledged() throws IOException {
    try (ProgramStore store = new ProgramStore(settings)) {
      write(store, "before");
      Files.delete(file);
      for (int i = 0; i < 2; i++) {
        ProgramException lost = assertThrows(ProgramException.class, () -> write(store, "after"));
        assertTrue(String.valueOf(lost.getMessage()).contains("put the file"), lost::toString);
        assertThrows(ProgramException.class, () -> actions(store));
      }
    }
    assertFalse(Files.exists(file), "no new file takes its place in silence");
  }

  @Test
  void store_thatIsClosed_doesNotOpenTheFileAgain() {
    ProgramStore store = new ProgramStore(settings);
    store.close();
    ProgramException refused = assertThrows(ProgramException.class, store::open);
    assertTrue(String.valueOf(refused.getMessage()).endsWith(" is closed"), refused::toString);
    assertFalse(Files.exists(file));
  }

  @Test
  void file_thatAnotherProcessWrites_canBeOpenedAndRead() throws SQLException {
    try (ProgramStore store = new ProgramStore(settings)) {
      write(store, "before");
    }
    try (Connection writer = DriverManager.getConnection(settings.url());
        Statement statement = writer.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("DELETE FROM audit");
      try (ProgramStore store = new ProgramStore(settings)) {
        assertEquals(List.of("before"), actions(store));
      }
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void file_isForItsOwnerOnly() throws IOException {
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    try (ProgramStore store = new ProgramStore(settings)) {
      write(store, "before");
      assertPrivate();
    }
  }

  private void assertPrivate() throws IOException {
    try (Stream<Path> all = Files.list(data)) {
      for (Path each : all.toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        assertEquals("rw-------", permissions, each::toString);
      }
    }
  }

  @Test
  void file_emptiedOrReplacedUnderTheServer_isReported_andNothingIsAcknowledged(@TempDir Path other)
      throws IOException {
    Path another = DatabaseSettings.sqlite(other).file();
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(other))) {
      write(store, "another");
    }
    try (ProgramStore store = new ProgramStore(settings)) {
      write(store, "before");
      Files.move(another, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      for (int i = 0; i < 2; i++) {
        ProgramException lost =
            assertThrows(ProgramException.class, () -> write(store, "replaced"));
        assertTrue(String.valueOf(lost.getMessage()).contains("replaced"), lost::toString);
        assertThrows(ProgramException.class, () -> actions(store));
      }
    }
    Files.delete(file);
    try (ProgramStore store = new ProgramStore(settings)) {
      write(store, "before");
      Files.write(file, new byte[0]);
      assertThrows(ProgramException.class, () -> write(store, "emptied"));
      assertThrows(ProgramException.class, () -> actions(store));
    }
  }

  @Test
  void file_emptyAtTheStart_isRefusedWithWhatToDo() throws IOException {
    Files.createFile(file);
    try (ProgramStore store = new ProgramStore(settings)) {
      ProgramException empty = assertThrows(ProgramException.class, store::open);
      assertTrue(String.valueOf(empty.getMessage()).contains("restore a backup"), empty::toString);
    }
    assertEquals(0, Files.size(file));
  }
}
