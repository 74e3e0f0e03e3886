package greenpair.registry.source.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceRecord;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A real PostgreSQL.
@Tag("postgres")
class PostgresSourceTest extends DatabaseRows {
  @Test
  void postgres_isRead_andRefusesWhatWrites() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      fill(server.getPostgresDatabase().getConnection());
      String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
      Mapping mapping = mapping(url, "SELECT * FROM firms ORDER BY founded DESC NULLS LAST");

      assertRows(read(mapping.source(folder)));

      Mapping writing = mapping(url, "SELECT nextval(pg_get_serial_sequence('counted', 'id'))");
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE counted (id SERIAL)");
      }
      SourceException refused =
          assertThrows(SourceException.class, () -> read(writing.source(folder)));
      assertTrue(String.valueOf(refused.getMessage()).contains("read-only"), refused::toString);
    }
  }

  /// Rows are those of the moment of the query, however long the reading takes.
  @Test
  void postgres_thatChangesWhileItIsRead_givesOneState() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      fill(server.getPostgresDatabase().getConnection());
      String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
      Mapping mapping = mapping(url, "SELECT * FROM firms ORDER BY founded DESC NULLS LAST");
      List<SourceRecord> rows = new ArrayList<>();
      try (RecordReader reader = mapping.source(folder).open()) {
        for (SourceRecord row = reader.next(); row != null; row = reader.next()) {
          rows.add(row);
          try (Connection connection = server.getPostgresDatabase().getConnection();
              Statement statement = connection.createStatement()) {
            statement.execute("UPDATE firms SET name = 'changed', founded = 1900");
            statement.execute("INSERT INTO firms VALUES ('new', 'new', 1800, NULL)");
          }
        }
      }
      assertRows(rows);
      assertEquals(2, rows.size());
    }
  }

  @Test
  void postgres_thatGoesAway_isAPlainError() throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start();
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    Mapping mapping =
        mapping(
            url, "SELECT n AS name, repeat('x', 1000) AS filler FROM generate_series(1, 50000) n");
    try (RecordReader reader = mapping.source(folder).open()) {
      reader.next();
      server.close();
      SourceException lost =
          assertThrows(
              SourceException.class,
              () -> {
                for (SourceRecord row = reader.next(); row != null; row = reader.next()) {}
              });
      assertTrue(String.valueOf(lost.getMessage()).contains("broke off after row"), lost::toString);
    } catch (IOException closing) {
      // The connection is gone already.
    }
    SourceException gone = assertThrows(SourceException.class, () -> mapping.source(folder).open());
    assertTrue(String.valueOf(gone.getMessage()).contains("cannot be read"), gone::toString);
  }
}
