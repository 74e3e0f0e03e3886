package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.Shared;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.web.Server;
import greenpair.web.SettingsMaker;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration cohort, indexed by a command and served over HTTP: what commands say of it is
/// compared with what the server answers.
public final class ServedCohort implements Closeable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public final Path data;

  /// What the command that indexed it printed.
  public final String reindexed;

  private final LiveIndex live;
  private final Server server;

  private ServedCohort(Path data) {
    this.data = data;
    Ran reindex = Ran.on(data, "reindex");
    assertEquals(Exit.OK, reindex.code(), reindex::toString);
    reindexed = reindex.out();
    Workbench workbench = new Workbench(Path.of("index-config"));
    live = workbench.open(data);
    server = workbench.server(data, live, SettingsMaker.DEFAULT);
    server.start("127.0.0.1", 0);
  }

  public static Shared<ServedCohort> shared() {
    return new Shared<>(ServedCohort.class, ServedCohort::new);
  }

  /// A copy of its data folder, for a test that changes it.
  ///
  /// @return the id of its generation
  public String copyTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path each : files.sorted().toList()) {
        Path to = folder.resolve(data.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
        }
      }
    }
    return new GenerationStore(folder).published().orElseThrow();
  }

  public Ran good(String... arguments) {
    Ran ran = Ran.on(data, arguments);
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertEquals("", ran.err());
    return ran;
  }

  public JsonNode json(String... arguments) {
    return MAPPER.readTree(good(arguments).out());
  }

  public String http(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
    HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
    live.close();
  }
}
