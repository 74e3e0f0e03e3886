package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.ProgramException;
import greenpair.program.database.Stamp;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL fails under load and recovers.
@Tag("postgres")
class OutageTest {
  private static final Stamp ADA = new Stamp("Ada", Instant.parse("2026-03-01T08:00:00Z"));
  private static final int WRITERS = 3;
  private static final int OUTAGES = 3;

  @TempDir private Path folder;

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();

  /// Writes notes one after another, and goes on after each that was refused.
  private void write(ProgramStore store, int writer) {
    for (int at = 0; !isOver.get(); at++) {
      String body = writer + " " + at;
      try {
        var _ =
            store.write(
                all ->
                    all.remarks()
                        .add(
                            new Remark(
                                0,
                                "",
                                Remark.Sort.NOTE,
                                Tier.PUBLIC,
                                null,
                                null,
                                null,
                                null,
                                body,
                                ADA,
                                null)));
        acknowledged.add(body);
      } catch (ProgramException e) {
        refused.incrementAndGet();
        assertTrue(String.valueOf(e.getMessage()).contains("programme data at"), e::toString);
      }
    }
  }

  /// Ends every connection to the database, as a server does that is stopped or killed, and lets
  /// none in until the next call.
  private static void admit(DatabaseSettings settings, boolean isThere) throws SQLException {
    String url = settings.url();
    String name = url.substring(url.lastIndexOf('/') + 1);
    String other = url.substring(0, url.lastIndexOf('/')) + "/postgres";
    try (Connection connection = DriverManager.getConnection(other, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + isThere);
      if (!isThere) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + name
                + "'");
      }
    }
  }

  private void awaitMore() throws InterruptedException {
    int before = acknowledged.size();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (acknowledged.size() < before + WRITERS) {
      assertTrue(System.nanoTime() < end, "writes do not come back");
      Thread.sleep(5);
    }
  }

  @Test
  void writes_acknowledged_outliveOutages_andGoOnByThemselves() throws Exception {
    DatabaseSettings settings = Databases.POSTGRESQL.fresh(folder);
    try (ProgramStore store = new ProgramStore(settings);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.open();
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.add(threads.submit(() -> write(store, number)));
      }
      try {
        for (int outage = 0; outage < OUTAGES; outage++) {
          awaitMore();
          admit(settings, false);
          Thread.sleep(100);
          admit(settings, true);
        }
        awaitMore();
      } finally {
        isOver.set(true);
      }
      for (Future<?> each : writers) {
        var _ = each.get();
      }
      assertTrue(refused.get() > 0, "some write met the outage");
      List<String> kept = ProgramRows.allBodies(store);
      List<String> lost = new ArrayList<>(acknowledged);
      lost.removeAll(Set.copyOf(kept));
      assertEquals(List.of(), lost);
      assertEquals(kept.size(), Set.copyOf(kept).size(), "none twice");
    }
  }
}
