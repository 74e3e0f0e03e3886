package greenpair.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.ProgramStore;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.DatabaseSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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

  @Test
  void backup_isAtItsTime_andAtZeroBefore_andUnknownWhileTheDatabaseIsClosed() {
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      ProgramMeters.bind(store, registry);
      for (String name : List.of("backup.last.seconds", "mails.waiting", "database.active")) {
        assertTrue(Double.isNaN(value(name)), name);
      }
      store.open();
      assertEquals(0, value("backup.last.seconds"), "the alert fires without any backup");
      assertEquals(0, value("mails.waiting"));
      assertEquals(0, value("database.active"));
      Instant at = Instant.parse("2026-03-01T08:00:00Z");
      store.change(
          all ->
              all.audit().add(Caller.ANONYMOUS, at, "data.backup", "copy.zip", RequestOrigin.NONE));
      assertEquals((double) at.getEpochSecond(), value("backup.last.seconds"));
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
