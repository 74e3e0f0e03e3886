package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenpair.cli.app.Exit;
import greenpair.web.settings.WebSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The unit of systemd keeps data private and agrees with the program that it starts.
class ServiceUnitTest {
  private static final Path FILE = Path.of("docs/operation/greenpair.service");
  private static final String LAUNCHER = "/opt/greenpair/greenpair";

  private static Map<String, String> unit;

  @BeforeAll
  static void read() throws Exception {
    unit =
        Files.readAllLines(FILE).stream()
            .filter(line -> line.contains("=") && !line.startsWith("#"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(each -> each[0], each -> each[1]));
  }

  @Test
  void data_isForItsUserAlone() {
    assertEquals("greenpair", unit.get("User"));
    assertEquals("0700", unit.get("StateDirectoryMode"));
    assertEquals("0077", unit.get("UMask"));
    assertEquals("strict", unit.get("ProtectSystem"), "only the state directory is written");
    String temporary = "TMPDIR=/var/lib/" + unit.get("StateDirectory") + "/";
    String environment = String.valueOf(unit.get("Environment"));
    assertTrue(environment.startsWith(temporary), environment);
  }

  @Test
  void restart_isForWhatMayPass_andAStopWaitsForTheServer() {
    assertEquals(Exit.USAGE + " " + Exit.BAD_DATA, unit.get("RestartPreventExitStatus"));
    Duration patience = Duration.ofSeconds(Long.parseLong(unit.get("TimeoutStopSec")));
    assertTrue(patience.compareTo(WebSettings.DEFAULT.stopWithin()) > 0, patience.toString());
  }

  @Test
  void systemd_understandsEachLine(@TempDir Path temporary) throws Exception {
    Path analyze = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(analyze), "systemd is not installed");
    Path copy = temporary.resolve("greenpair.service");
    Files.writeString(copy, Files.readString(FILE).replace(LAUNCHER, "/bin/true"));
    Process process =
        new ProcessBuilder(analyze.toString(), "verify", copy.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertFalse(said.contains("Unknown"), said);
    String start = String.valueOf(unit.get("ExecStart"));
    assertTrue(start.startsWith(LAUNCHER + " serve "), start);
  }
}
