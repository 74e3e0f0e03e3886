package greenpair.program;

import static greenpair.program.ProgramRows.JILIN;
import static greenpair.program.ProgramRows.NOW;
import static greenpair.program.ProgramRows.remark;
import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.introduction.Introduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A database with the tables of each earlier version is brought up to date when it is opened, with
/// all that is in it.
@Tag("postgres")
class UpgradeTest {
  private static final String MIGRATIONS = "greenpair/program/migrations";
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO token (id, name, role, cities, hash, made, expires) VALUES ('t1', 'Wang',"
              + " 'city', 'cn-jilin', 'h', '%1$s', '2026-04-01T08:00:00Z')",
          "INSERT INTO remark (id, sort, tier, city, body, author, made) VALUES ('r1', 'note',"
              + " 'programme', 'cn-jilin', 'kept', 'Wang', '%1$s')",
          "INSERT INTO introduction (id, city, kind, partner, author, made) VALUES ('i1',"
              + " 'cn-jilin', 'firm', 'byd', 'Wang', '%1$s')",
          "INSERT INTO step (introduction, stage, happened, body, author, made) VALUES ('i1',"
              + " 'introduced', '2026-02-03', 'by mail', 'Wang', '%1$s')",
          "INSERT INTO revision (kind, entry, city, number, state, line, private_fields, reason,"
              + " author, made, latest) VALUES ('need', 'n1', 'cn-jilin', 1, 'draft', '{}',"
              + " 'budget', '', 'Wang', '%1$s', 1)",
          "INSERT INTO session (hash, token, expires) VALUES ('s1', 't1',"
              + " '2026-04-01T08:00:00.25Z')",
          "INSERT INTO audit (happened, who, role, action, subject, request) VALUES ('%1$s',"
              + " 'Wang', 'city', 'remark.add', 'remark r1', 'q1')");

  /// The version that made all times of one length.
  private static final int ONE_LENGTH = 20;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void database_ofEachEarlierVersion_isUpgraded_withWhatIsInIt(Databases database)
      throws Exception {
    List<Integer> versions;
    try (Stream<Path> all = Files.list(Path.of("src/main/resources", MIGRATIONS))) {
      versions =
          all.map(each -> each.getFileName().toString().replaceFirst("V([0-9]+)__.*", "$1"))
              .map(Integer::valueOf)
              .sorted()
              .toList();
    }
    // Later versions write times of one length themselves.
    for (int version : versions.stream().filter(each -> each < ONE_LENGTH).toList()) {
      DatabaseSettings settings = database.fresh(folder);
      fill(settings, version);
      try (ProgramStore store = new ProgramStore(settings)) {
        String of = "from version " + version;
        assertEquals(List.of("kept"), ProgramRows.allBodies(store), of);
        Introduction introduction = store.read(all -> all.introductions().find("i1")).orElseThrow();
        assertEquals("by mail", introduction.steps().getFirst().body(), of);
        assertEquals("Wang", store.read(all -> all.tokens().find("t1")).orElseThrow().name(), of);
        assertEquals(
            Set.of("budget"),
            store
                .read(all -> all.revisions().latest(Kind.NEED, new EntryId("n1")))
                .orElseThrow()
                .privateFields());
        assertEquals(1, store.read(all -> all.audit().list(null, Page.NEWEST, 9).items()).size());
        var _ =
            store.write(
                all ->
                    all.remarks()
                        .add(remark(Remark.Sort.NOTE, Tier.PROGRAMME, JILIN, "and goes on")));
      }
      assertEquals(
          List.of("2026-04-01T08:00:00.250000000Z", "2026-04-01T08:00:00.000000000Z"),
          texts(settings, "SELECT expires FROM session", "SELECT expires FROM token"),
          "times that are compared as texts have one length");
    }
  }

  private static List<String> texts(DatabaseSettings settings, String... queries)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connection(settings);
        Statement statement = connection.createStatement()) {
      for (String query : queries) {
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            texts.add(rows.getString(1));
          }
        }
      }
    }
    return texts;
  }

  private static void fill(DatabaseSettings settings, int version)
      throws SQLException, IOException {
    if (settings.isSqlite()) {
      Files.createDirectories(settings.file().getParent());
    }
    try (Connection connection = connection(settings);
        Statement statement = connection.createStatement()) {
      if (!settings.isSqlite()) {
        statement.execute("DROP SCHEMA public CASCADE");
        statement.execute("CREATE SCHEMA public");
      }
      var _ = flyway(settings, Integer.toString(version)).migrate();
      for (String row : ROWS) {
        statement.execute(row.formatted(NOW));
      }
    }
  }

  private static Connection connection(DatabaseSettings settings) throws SQLException {
    return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }

  private static Flyway flyway(DatabaseSettings settings, String target) {
    String serial =
        settings.isSqlite()
            ? "INTEGER PRIMARY KEY AUTOINCREMENT"
            : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
    return Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("classpath:" + MIGRATIONS)
        .placeholders(Map.of("serial", serial))
        .target(target)
        .load();
  }
}
