package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Tier;
import greenpair.program.Remarks.Remark;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.ProgramException;
import greenpair.program.database.Stamp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL is killed (SIGKILL) under writes, and started again: writes are refused in between,
/// none that was acknowledged is lost, and the store goes on by itself.
@Tag("postgres")
class PostgresKilledTest {
  private static final Caller COORDINATOR = new Caller("token 1", "Bo", Role.COORDINATOR, Set.of());
  private static final Stamp ADA = new Stamp("Ada", Instant.parse("2026-03-01T08:00:00Z"));
  private static final String USER = "postgres";
  private static final int WRITERS = 2;
  private static final int KILLS = 2;
  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();

  @Test
  void writes_acknowledged_outliveTheKill_andGoOnByThemselves(@TempDir Path folder)
      throws Exception {
    List<String> command;
    String url;
    Path data = folder.resolve("postgres");
    try (EmbeddedPostgres made =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start()) {
      command = command(data);
      url = "jdbc:postgresql://localhost:" + made.getPort() + "/postgres";
    }
    Process server = start(command, url);
    try (ProgramStore store = new ProgramStore(new DatabaseSettings(url, USER, "", 4));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.open();
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "writer " + writer + " ";
        writers.add(threads.submit(() -> write(store, name)));
      }
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          await(acknowledged.size() + WRITERS, acknowledged::size);
          int before = refused.get();
          assertTrue(server.toHandle().destroyForcibly());
          server.waitFor();
          await(before + 1, refused::get);
          server = start(command, url);
        }
        await(acknowledged.size() + WRITERS, acknowledged::size);
      } finally {
        isOver.set(true);
      }
      for (Future<?> each : writers) {
        var _ = each.get();
      }
      List<String> kept = notes(store);
      List<String> lost = new ArrayList<>(acknowledged);
      lost.removeAll(Set.copyOf(kept));
      assertEquals(List.of(), lost);
      assertEquals(kept.size(), Set.copyOf(kept).size(), "none twice");
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private void write(ProgramStore store, String name) {
    for (int at = 0; !isOver.get(); at++) {
      String body = name + at;
      Remark note =
          new Remark(0, "", Remark.Sort.NOTE, Tier.PUBLIC, null, null, null, null, body, ADA, null);
      try {
        var _ = store.write(all -> all.remarks().add(note));
        acknowledged.add(body);
      } catch (ProgramException e) {
        refused.incrementAndGet(); // The server answers it with 503.
        assertTrue(String.valueOf(e.getMessage()).contains("programme data at"), e::toString);
      }
    }
  }

  private static List<String> notes(ProgramStore store) {
    Remarks.Selection all = new Remarks.Selection(null, null, null, null, null, true);
    return store
        .read(records -> records.remarks().list(all, COORDINATOR, Page.NEWEST, 1_000_000))
        .items()
        .stream()
        .map(Remark::body)
        .toList();
  }

  private interface Count {
    int now();
  }

  private static void await(int wanted, Count count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (count.now() < wanted) {
      assertTrue(System.nanoTime() < end, "writes neither go on nor are refused");
      Thread.sleep(5);
    }
  }

  /// What starts this server. PostgreSQL refuses to run as root, who gets a name space of its own
  /// for it, as the embedded one does.
  private static List<String> command(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    ProcessHandle.Info info = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().info();
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(info.command().orElseThrow());
    command.addAll(List.of(info.arguments().orElseThrow()));
    return command;
  }

  /// Starts the server until it stays: it is refused while a process of the one before it still has
  /// the shared memory.
  private static Process start(List<String> command, String url)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    Process server = run(command);
    while (System.nanoTime() < end) {
      if (!server.isAlive()) {
        server = run(command);
      }
      try (Connection connection = DriverManager.getConnection(url, USER, "")) {
        assertFalse(connection.isClosed());
        return server;
      } catch (SQLException e) {
        Thread.sleep(20); // It is not up yet.
      }
    }
    server.destroyForcibly();
    throw new AssertionError("PostgreSQL does not start again");
  }

  private static Process run(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
