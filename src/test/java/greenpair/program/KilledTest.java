package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.database.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What survives the death of a process and a copy that is taken while it writes.
@Tag("crash")
class KilledTest {
  private static final Caller READER = new Caller("token 1", "Bo", Role.READER, Set.of());
  private static final int ENOUGH = 50;

  private static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> notes(ProgramStore store) {
    Remarks.Wanted all = new Remarks.Wanted(null, null, null, null, null, true);
    return store
        .read(records -> records.remarks().list(all, READER, Page.NEWEST, 1_000_000))
        .items()
        .stream()
        .map(Remark::body)
        .toList()
        .reversed();
  }

  @Test
  void write_acknowledged_outlivesKillMinus9(@TempDir Path data) throws Exception {
    Process writer = start(data);
    int acknowledged = -1;
    try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
      while (acknowledged < ENOUGH) {
        acknowledged = Integer.parseInt(String.valueOf(out.readLine()));
      }
      // By its handle, as from outside: the process itself would close its output to us as well.
      assertTrue(writer.toHandle().destroyForcibly());
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged = Integer.parseInt(line);
      }
    } finally {
      writer.destroyForcibly();
    }
    writer.waitFor();
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      List<String> kept = notes(store);
      assertTrue(kept.size() > acknowledged, kept.size() + " kept of " + (acknowledged + 1));
      for (int i = 0; i < kept.size(); i++) {
        assertEquals("note " + i, kept.get(i));
      }
    }
  }

  @Test
  void export_takenWhileAnotherWrites_isWhole(@TempDir Path data) throws Exception {
    Process writer = start(data);
    try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8);
        ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      for (int i = 0; i < ENOUGH; i++) {
        out.readLine();
      }
      StringWriter copy = new StringWriter();
      var _ = store.dump(copy);
      assertTrue(writer.isAlive());
      try (ProgramStore copied =
          new ProgramStore(DatabaseSettings.sqlite(data.resolve("copies")))) {
        var _ = copied.load(new StringReader(copy.toString()), ProgramStoreTest.ANY);
        List<String> kept = notes(copied);
        assertTrue(kept.size() >= ENOUGH, "kept: " + kept.size());
        assertEquals("note " + (kept.size() - 1), kept.getLast());
      }
    } finally {
      writer.destroyForcibly();
      writer.waitFor();
    }
  }
}
