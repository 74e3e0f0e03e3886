package greenpair.registry.source.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.value.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real SQLite file, and access that is refused before any database is asked.
class SqliteSourceTest extends DatabaseRows {
  @Test
  void sqlite_isRead() throws Exception {
    sqlite();
    Mapping mapping =
        mapping("jdbc:sqlite:registry.db", "SELECT * FROM firms ORDER BY founded DESC");

    assertRows(read(mapping.source(folder)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM firms",
        "SELECT 1; DROP TABLE firms",
        "WITH gone AS (DELETE FROM firms RETURNING *) SELECT * FROM gone",
        "SELECT * INTO copied FROM firms",
        "PRAGMA journal_mode = DELETE",
        "ATTACH DATABASE 'other.db' AS other",
        "VACUUM INTO 'copy.db'",
        "-- a comment\nUPDATE firms SET name = 'x'",
        "COPY firms TO PROGRAM 'cat'",
        "SELECT $$'$$ AS name; COMMIT; DROP TABLE firms; SELECT $$'$$ AS name",
        "SELECT $a$'$a$ AS name; COMMIT; DROP TABLE firms; SELECT $a$'$a$ AS name",
        "SELECT E'a\\'' AS name; COMMIT; DROP TABLE firms; SELECT '1' AS name --'"
      })
  void sqlThatWrites_isRefused_whenTheMappingIsRead(String sql) throws Exception {
    sqlite();
    SourceException refused =
        assertThrows(
            SourceException.class,
            () -> mapping("jdbc:sqlite:registry.db", sql.replace("\n", "\n    ")));
    assertTrue(String.valueOf(refused.getMessage()).contains("query"), refused::toString);
  }

  @Test
  void wordsThatWrite_inTextsAndNames_areNoHarm() throws Exception {
    sqlite();
    Mapping mapping =
        mapping(
            "jdbc:sqlite:registry.db", "SELECT 'drop; delete' AS name, city AS \"set\" FROM firms");
    assertEquals("drop; delete", read(mapping.source(folder)).getFirst().text("name"));
  }

  @Test
  void sqlite_isOpenedReadOnly() throws Exception {
    Path file = sqlite();
    byte[] before = Files.readAllBytes(file);
    JdbcQuery query = new JdbcQuery("jdbc:sqlite:registry.db", null, null, "DELETE FROM firms", 1);
    assertThrows(SourceException.class, () -> read(new JdbcSource(query, folder, Limits.DEFAULT)));
    assertEquals(
        new String(before, java.nio.charset.StandardCharsets.ISO_8859_1),
        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /// An untrusted mapping cannot name a class, a file, a limit or a secret of this machine.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/x?socketFactory=a.B&socketFactoryArg=c",
        "jdbc:postgresql://localhost/x?sslmode=require&readOnlyMode=ignore",
        "jdbc:postgresql://localhost/x?loggerFile=/tmp/x",
        "jdbc:postgresql://localhost/x\n  password_from: GREENPAIR_DATABASE_PASSWORD"
      })
  void accessThatReachesTooFar_isRefused_whenTheMappingIsRead(String url) {
    SourceException refused =
        assertThrows(SourceException.class, () -> mapping(url, "SELECT 1 AS name"));
    assertTrue(String.valueOf(refused.getMessage()).contains("db.yaml.jdbc."), refused::toString);
  }

  private SourceException failure(Mapping mapping, Path sources) {
    return assertThrows(SourceException.class, () -> read(mapping.source(sources)));
  }

  @Test
  void sqlite_outsideOfTheFolder_isRefused() throws Exception {
    Path file = sqlite();
    Path sources = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(sources.resolve("link.db"), file);
    for (String url : List.of("../registry.db", "link.db", file.toString())) {
      Mapping mapping = mapping("jdbc:sqlite:" + url, "SELECT * FROM firms");
      String said = String.valueOf(failure(mapping, sources).getMessage());
      assertTrue(said.contains("is outside"), said);
    }
  }

  @Test
  void passwordThatIsNotSet_isNamed() throws Exception {
    Mapping mapping =
        mapping(
            "jdbc:postgresql://localhost:1/x\n  password_from: NO_SUCH_PASSWORD",
            "SELECT 1 AS name");
    String said = String.valueOf(failure(mapping, folder).getMessage());
    assertTrue(said.contains("$NO_SUCH_PASSWORD"), said);
  }

  @Test
  void cellThatFillsTheMemory_isRefused() throws Exception {
    sqlite();
    Mapping mapping = mapping("jdbc:sqlite:registry.db", "SELECT hex(zeroblob(400000000)) AS name");
    String said = String.valueOf(failure(mapping, folder).getMessage());
    assertTrue(said.contains("too big"), said);
  }

  @Test
  void queryThatNeverGivesARow_isEnded() throws Exception {
    sqlite();
    JdbcQuery query =
        new JdbcQuery(
            "jdbc:sqlite:registry.db",
            null,
            null,
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c WHERE x"
                + " < 0",
            1);
    JdbcSource source =
        new JdbcSource(
            query, folder, Limits.DEFAULT, new JdbcSource.QueryTimeout(Duration.ofMillis(50)));
    SourceException ended = assertThrows(SourceException.class, () -> read(source));
    assertTrue(String.valueOf(ended.getMessage()).contains("INTERRUPT"), ended::toString);
  }

  /// The query would compute for hours before its second row.
  @Test
  void sqlite_whoseThreadIsInterrupted_stopsAtOnce() throws Exception {
    sqlite();
    Mapping mapping =
        mapping(
            "jdbc:sqlite:registry.db",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                + " SELECT i AS name FROM n WHERE i = 1 OR i > 100000000000");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try (RecordReader reader = mapping.source(folder).open()) {
            assertNotNull(reader.next());
            Thread.currentThread().interrupt();
            assertThrows(SourceException.class, reader::next);
          }
        });
  }

  @Test
  void sqlite_thatIsMissing_isNotMade() throws Exception {
    Mapping mapping = mapping("jdbc:sqlite:nowhere.db", "SELECT 1");
    assertThrows(SourceException.class, () -> read(mapping.source(folder)));
    assertFalse(Files.exists(folder.resolve("nowhere.db")));
  }
}
