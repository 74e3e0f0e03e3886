package greenpair.program;

import greenpair.program.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
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
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return new DatabaseSettings(
          "jdbc:postgresql://localhost:" + postgres().getPort() + "/" + name, "postgres", "", 4);
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable EmbeddedPostgres started;

  abstract DatabaseSettings fresh(Path folder);

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
