package greenpair.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.ProgramStore;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.DatabaseSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ProgramMetersTest {
  @TempDir private Path data;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private double value(String name) {
    return Objects.requireNonNull(registry.find("greenpair." + name).gauge()).value();
  }

  /// To make a database takes more than a scrape waits for on a busy machine.
  @Test
  @Timeout(60)
  void database_thatNoRequestHasOpened_isUp_andItsBackupAtItsTime() {
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      ProgramMeters meters = new ProgramMeters();
      meters.bind(store, registry);
      assertTrue(Double.isNaN(value("backup.last.seconds")));
      while (value("database.up") == 0) {
        meters.look();
      }
      assertEquals(0, value("backup.last.seconds"), "the alert fires without any backup");
      assertEquals(0, value("mails.waiting"));
      Instant at = Instant.parse("2026-03-01T08:00:00Z");
      store.change(
          all ->
              all.audit().add(Caller.ANONYMOUS, at, "data.backup", "copy.zip", RequestOrigin.NONE));
      meters.look();
      assertEquals((double) at.getEpochSecond(), value("backup.last.seconds"));
    }
  }

  /// Found from outside: a scrape waited 20 s.
  @Test
  void database_thatDoesNotAnswer_isDownAtOnce() throws InterruptedException {
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data));
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      ProgramMeters meters = new ProgramMeters();
      meters.bind(store, registry);
      store.open();
      CountDownLatch all = new CountDownLatch(4);
      CountDownLatch end = new CountDownLatch(1);
      for (int connection = 0; connection < 4; connection++) {
        var _ = others.submit(() -> store.read(records -> hold(all, end)));
      }
      assertTrue(all.await(30, TimeUnit.SECONDS), "all connections are in use");
      long begin = System.nanoTime();
      meters.look();
      long seconds = (System.nanoTime() - begin) / 1_000_000_000;
      end.countDown();
      assertTrue(seconds < 5, () -> "it took " + seconds + " s");
      assertEquals(0, value("database.up"));
      assertTrue(Double.isNaN(value("mails.waiting")));
    }
  }

  private static boolean hold(CountDownLatch all, CountDownLatch end) {
    all.countDown();
    try {
      return end.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void alerts_haveASeverity_aSummaryAndWhatToLookAt() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, List<Map<String, List<Map<String, Map<String, String>>>>>> file =
        yaml.load(Files.readString(Path.of("docs/operation/alerts.yaml")));
    List<Map<String, Map<String, String>>> rules =
        Objects.requireNonNull(Objects.requireNonNull(file.get("groups")).getFirst().get("rules"));
    assertTrue(rules.size() >= 10, rules.toString());
    for (Map<String, Map<String, String>> rule : rules) {
      assertTrue(
          List.of("page", "ticket")
              .contains(Objects.requireNonNull(rule.get("labels")).get("severity")),
          rule.toString());
      assertEquals(
          java.util.Set.of("summary", "look"),
          Objects.requireNonNull(rule.get("annotations")).keySet());
    }
  }
}
