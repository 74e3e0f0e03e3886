package greenpair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server starts on the libraries that are shipped. The other tests also have those of test
/// scope on their class path, which hide a library that is missing from a release.
@Tag("launcher")
class RuntimeLibrariesTest {
  private static final Path LIBRARIES = Path.of("target", "lib");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  @Test
  void the_server_starts_and_answers_with_the_libraries_that_are_shipped(@TempDir Path data)
      throws Exception {
    assumeTrue(Files.isDirectory(LIBRARIES), "only Maven lays out target/lib");
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Path.of("target", "classes") + File.pathSeparator + LIBRARIES.resolve("*"),
                "greenpair.cli.Main",
                "serve",
                "--demo",
                "--data",
                data.toString(),
                "--port",
                "0")
            .redirectErrorStream(true)
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = address(server);

      assertEquals(200, status(client, HttpRequest.newBuilder(address.resolve("/")).build()));
      HttpRequest greeting =
          HttpRequest.newBuilder(address.resolve("/mcp"))
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      """
                      {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
                        "protocolVersion": "2025-06-18", "capabilities": {},
                        "clientInfo": {"name": "test", "version": "1"}}}\
                      """))
              .build();
      assertEquals(200, status(client, greeting));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static URI address(Process server) throws IOException {
    StringBuilder printed = new StringBuilder();
    BufferedReader out = server.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      printed.append(line).append('\n');
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        return URI.create(found.group());
      }
    }
    throw new AssertionError("the server ended and printed\n" + printed);
  }

  private static int status(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
