package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Checks the image as far as possible without a container engine.
class DockerfileTest {
  /// The value of the last such instruction, with its continuations.
  private static String last(String instruction) throws Exception {
    String joined = Files.readString(Path.of("Dockerfile")).replace("\\\n", " ");
    Matcher lines = Pattern.compile("(?m)^" + instruction + " (.*)$").matcher(joined);
    String value = "";
    while (lines.find()) {
      value = lines.group(1);
    }
    assertTrue(!value.isEmpty(), "no " + instruction);
    return value;
  }

  @Test
  void copies_areOfFilesThatAreSentToTheEngine() throws Exception {
    List<String> sent = Files.readAllLines(Path.of(".dockerignore"));
    for (String line : Files.readAllLines(Path.of("Dockerfile"))) {
      if (!line.startsWith("COPY ") || line.contains("--from")) {
        continue;
      }
      List<String> words = Arrays.asList(line.split(" "));
      for (String source : words.subList(1, words.size() - 1)) {
        assertTrue(Files.exists(Path.of(source)), source);
        assertTrue(sent.contains("!" + source.replaceFirst("/.*", "")), source + " is ignored");
      }
    }
  }

  @Test
  void image_takesTheArchive_asAUserWithoutRights() throws Exception {
    String archive = Files.readString(Path.of("src/release/archive"));
    assertTrue(archive.contains("\nfolder=$PWD/target/release/greenpair\n"), archive);
    assertTrue(last("COPY").startsWith("--from=build /build/target/release/greenpair "));
    assertEquals("10001:10001", last("USER"));
    assertTrue(last("LABEL").contains("docker.io/library/" + last("FROM") + "\""));
  }

  @Test
  void command_healthCheckAndPort_agree() throws Exception {
    List<String> command = List.of(JsonMapper.shared().readValue(last("CMD"), String[].class));
    String port = command.get(command.indexOf("--port") + 1);
    assertEquals(port, last("EXPOSE"));
    assertTrue(last("HEALTHCHECK").contains("/127.0.0.1/" + port + " "), port);
    assertEquals(last("VOLUME"), command.get(command.indexOf("--data") + 1));
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1", "0, 1"})
  void healthCheck_passes_onlyWhenHealthzAnswers200(int status, int exit) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean asked = exchange.getRequestURI().getPath().equals("/healthz");
          exchange.sendResponseHeaders(asked ? status : 500, -1);
          exchange.close();
        });
    server.start();
    if (status == 0) {
      server.stop(0);
    }
    try {
      assertEquals(exit, runHealthCheck(server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static int runHealthCheck(int port) throws Exception {
    String rest = last("HEALTHCHECK").replaceFirst(".*? CMD ", "");
    String json = rest.replace("8080", Integer.toString(port));
    Process process =
        new ProcessBuilder(JsonMapper.shared().readValue(json, String[].class))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the health check does not end");
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
