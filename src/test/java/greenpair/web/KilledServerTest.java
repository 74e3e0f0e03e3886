package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.program.ProgramRows;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/// A server is killed (SIGKILL) under writes over HTTP, many times on the same folder. Each write
/// has an idempotency key; one that was not answered is sent again to the next server.
@Tag("crash")
class KilledServerTest {
  private static final int KILLS = Integer.getInteger("greenpair.kills", 3);
  private static final int WRITERS = 2;

  /// Answers that a server gives at most before it is killed.
  private static final int ENOUGH = 12;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  /// One client: writes note after note, and repeats the one that was not answered.
  private final class Writer {
    private final String name;
    private final String token;
    private int next;

    Writer(String name, String token) {
      this.name = name;
      this.token = token;
    }

    /// Writes until the server is gone.
    void run(int port) throws InterruptedException {
      try (HttpClient http = HttpClient.newHttpClient()) {
        while (true) {
          String note = name + " " + next;
          HttpRequest request =
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/remarks"))
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", note.replace(' ', '-'))
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"sort\": \"note\", \"city\": \"xx-riverton\", \"body\": \""
                              + note
                              + "\"}"))
                  .build();
          HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
          assertEquals(201, answer.statusCode(), answer.body());
          acknowledged.add(note);
          next++;
        }
      } catch (IOException e) {
        // The server was killed: the note is sent again to the next one.
      }
    }
  }

  @Seeded(runs = 1)
  void writes_acknowledged_outliveEveryKill_andNoneIsThereTwice(Random random, @TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    String token;
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      Instant now = Instant.now();
      token =
          store
              .write(
                  all ->
                      all.tokens()
                          .create("Li", Role.COORDINATOR, Set.of(), now.plusSeconds(86_400), now))
              .secret();
    }
    List<Writer> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(new Writer("writer " + writer, token));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      serveAndKill(data, acknowledged.size() + 1 + random.nextInt(ENOUGH), writers);
    }
    List<String> kept;
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      kept = ProgramRows.allBodies(store);
    }
    List<String> lost = new ArrayList<>(acknowledged);
    lost.removeAll(Set.copyOf(kept));
    assertEquals(List.of(), lost);
    assertEquals(kept.size(), Set.copyOf(kept).size(), "none twice");
    assertTrue(acknowledged.size() >= KILLS, "each server answered");
  }

  private void serveAndKill(Path data, int wanted, List<Writer> writers) throws Exception {
    Process server = start(data);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      int port = Integer.parseInt(String.valueOf(out.readLine()));
      List<Future<?>> ends = new ArrayList<>();
      for (Writer each : writers) {
        ends.add(
            threads.submit(
                () -> {
                  each.run(port);
                  return each;
                }));
      }
      while (acknowledged.size() < wanted && ends.stream().noneMatch(Future::isDone)) {
        Thread.sleep(1);
      }
      assertTrue(server.toHandle().destroyForcibly());
      for (Future<?> each : ends) {
        var _ = each.get();
      }
    } finally {
      server.destroyForcibly();
    }
    server.waitFor();
  }

  private static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Dgreenpair.log=OFF",
            "-cp",
            System.getProperty("java.class.path"),
            KilledServer.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
