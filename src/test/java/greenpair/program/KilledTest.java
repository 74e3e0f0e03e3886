package greenpair.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.program.Remarks.Remark;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data survives a killed process, and a copy taken while it writes is consistent.
@Tag("crash")
class KilledTest {
  private static final Caller COORDINATOR = new Caller("token 1", "Bo", Role.COORDINATOR, Set.of());
  private static final int ENOUGH = 50;
  private static final int KILLS = Integer.getInteger("greenpair.kills", 3);

  /// The temporary folder of the processes.
  private static Path temporary(Path data) throws IOException {
    return Files.createDirectories(data.resolveSibling(data.getFileName() + "-tmp"));
  }

  private static Process start(Path data, int first) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary(data),
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            data.toString(),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> notes(ProgramStore store) {
    Remarks.Selection all = new Remarks.Selection(null, null, null, null, null, true);
    return store
        .read(records -> records.remarks().list(all, COORDINATOR, Page.NEWEST, 1_000_000))
        .items()
        .stream()
        .map(Remark::body)
        .toList()
        .reversed();
  }

  /// Processes, one after another on the same folder: each is killed at another point, and
  /// the next opens what it left.
  @Seeded(runs = 1)
  void writes_acknowledged_outliveEveryKill(Random random, @TempDir Path data) throws Exception {
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int last = killed(data, next, next + random.nextInt(ENOUGH));
      List<String> kept;
      try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
        kept = notes(store);
      }
      assertTrue(kept.size() > last, kept.size() + " kept of " + (last + 1) + " at kill " + kill);
      for (int i = 0; i < kept.size(); i++) {
        assertEquals("note " + i, kept.get(i));
      }
      next = kept.size();
    }
    try (Stream<Path> left = Files.list(data)) {
      assertEquals(List.of(data.resolve("program.db")), left.toList());
    }
    try (Stream<Path> left = Files.walk(temporary(data))) {
      List<Path> natives = left.filter(each -> each.toString().contains("sqlite")).toList();
      assertEquals(List.of(), natives, "copies of the native library");
    } finally {
      IOUtils.rm(temporary(data));
    }
  }

  /// Lets a process write until it acknowledged that note, and kills it.
  ///
  /// @return the last note that it acknowledged
  private static int killed(Path data, int first, int enough) throws Exception {
    Process writer = start(data, first);
    int acknowledged = -1;
    try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
      while (acknowledged < enough) {
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
    return acknowledged;
  }

  @Test
  void export_takenWhileAnotherWrites_isWhole(@TempDir Path data) throws Exception {
    // Opened first: two processes that make the same new database wait for each other.
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      Process writer = start(data, 0);
      try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
        for (int i = 0; i < ENOUGH; i++) {
          out.readLine();
        }
        StringWriter copy = new StringWriter();
        var _ = store.dump(copy);
        assertTrue(writer.isAlive());
        try (ProgramStore copied =
            new ProgramStore(DatabaseSettings.sqlite(data.resolve("copies")))) {
          var _ = copied.load(new StringReader(copy.toString()), ProgramRows.ANY);
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
}
