package greenpair.cli.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.Ran;
import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {
  @Test
  void plain_knowsEveryOptionOfPicocliThatHasAValue() {
    Set<String> known =
        new CommandLine(ServeCommand.class)
            .getCommandSpec().options().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));

    Set<String> plain =
        known.stream()
            .filter(
                name ->
                    ServeCommand.plain(List.of(name, "1")).isPresent()
                        || ServeCommand.plain(List.of(name)).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));

    known.removeAll(Set.of("--help", "--version"));
    assertEquals(known, plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help", "-V", "--port", "--port x", "--port 123456",
        "--port=80", "--port -1", "--port 1 --port 2", "--data a --data b", "--demo --demo",
        "--demo yes", "--host @file", "--unknown 1", "extra"
      })
  void plain_isEmpty_whereReadingIsLeftToPicocli(String line) {
    assertTrue(ServeCommand.plain(List.of(line.split(" "))).isEmpty(), line);
  }

  @Test
  void plain_setsWhatPicocliSets() {
    ServeCommand command =
        ServeCommand.plain(List.of("--demo", "--port", "0", "--settings", "no-such.yaml"))
            .orElseThrow();

    String message = assertThrows(IllegalArgumentException.class, command::call).getMessage();

    assertEquals("no-such.yaml does not exist: name an existing file", message);
  }

  @Test
  void portThatIsTaken_isRefusedBeforeTheDemonstrationIsIndexed(@TempDir Path data)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Ran.on(data, "serve", "--demo", "--port", port)
          .assertFails(Exit.FAILURE, "cannot listen on 127.0.0.1:" + port);
    }
    assertFalse(Files.exists(data.resolve("generations")));
  }
}
