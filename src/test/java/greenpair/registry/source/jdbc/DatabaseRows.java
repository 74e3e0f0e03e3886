package greenpair.registry.source.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.concept.ConceptFinder;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.RecordSource;
import greenpair.registry.source.read.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/// A table of firms in a database, and the mapping that reads it.
abstract class DatabaseRows {
  private static final ConceptFinder FINDER =
      new ConceptFinder(new ConfigFolder(Path.of("index-config")).taxonomy(), Set.of());
  private static final String TABLE =
      "CREATE TABLE firms (name VARCHAR(80), city VARCHAR(80), founded INT, changed TIMESTAMP)";
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO firms VALUES ('远景能源', '上海', 2007, '2026-01-02 00:00:00')",
          "INSERT INTO firms VALUES ('Sunny, \"Inc\"', NULL, NULL, '2026-11-03 08:30:00')");

  @TempDir Path folder = Path.of("");

  Mapping mapping(String url, String query) throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.writeString(
        folder.resolve("sources/db.yaml"),
        """
        source: https://example.org/db
        jdbc:
          url: %s
          user: postgres
          fetch_size: 1
          query: |
            %s
        values: {name: name}
        entries:
          - kind: firm
            fields: {id: "{name:slug}", name: {en: "{name}"}}
        """
            .formatted(url, query));
    ConfigFolder config = new ConfigFolder(folder);
    return new MappingReader(config, FINDER, Gazetteer.empty()).read("db");
  }

  static void fill(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      for (String row : ROWS) {
        statement.execute(row);
      }
    }
  }

  Path sqlite() throws SQLException {
    Path file = folder.resolve("registry.db");
    fill(DriverManager.getConnection("jdbc:sqlite:" + file));
    return file;
  }

  static List<SourceRecord> read(RecordSource source) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (RecordReader reader = source.open()) {
      for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
        records.add(each);
      }
    }
    return records;
  }

  static void assertRows(List<SourceRecord> rows) {
    assertEquals(List.of("name", "city", "founded", "changed"), rows.getFirst().columns());
    assertEquals("远景能源", rows.get(0).text("name"));
    assertEquals("2007", rows.get(0).text("founded"));
    assertTrue(rows.get(0).text("changed").startsWith("2026-01-02"));
    assertEquals("Sunny, \"Inc\"", rows.get(1).text("name"));
    assertEquals("", rows.get(1).text("city"));
    assertEquals("", rows.get(1).text("founded"));
    assertEquals(2, rows.get(1).origin().line());
  }
}
