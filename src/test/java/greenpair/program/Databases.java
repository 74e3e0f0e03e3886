package greenpair.program;

import module java.base;

import greenpair.program.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Fresh databases for tests: a file of SQLite, or a database in a real PostgreSQL that the
/// first test starts and the end of the JVM stops.
enum Databases {
  SQLITE {
    @Override
    DatabaseSettings fresh(Path folder) {
      return DatabaseSettings.sqlite(folder.resolve("data-" + NUMBER.incrementAndGet()));
    }
  },
  POSTGRESQL {
    @Override
    DatabaseSettings fresh(Path folder) {
      String name = "program" + NUMBER.incrementAndGet();
      try (Connection connection = postgres().getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + migrated());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return postgres(name);
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable EmbeddedPostgres started;
  private static boolean isMigrated;

  abstract DatabaseSettings fresh(Path folder);

  private static DatabaseSettings postgres(String name) {
    String url = "jdbc:postgresql://localhost:" + postgres().getPort() + "/" + name;
    return new DatabaseSettings(url, "postgres", "", 4);
  }

  /// A database with all tables, migrated once and copied for each test.
  private static synchronized String migrated() throws SQLException {
    String name = "migrated";
    if (!isMigrated) {
      try (Connection connection = postgres().getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      try (ProgramStore store = new ProgramStore(postgres(name))) {
        store.open();
      }
      isMigrated = true;
    }
    return name;
  }

  private static synchronized EmbeddedPostgres postgres() {
    EmbeddedPostgres running = started;
    if (running == null) {
      try {
        running = EmbeddedPostgres.start();
        started = running;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }
}
