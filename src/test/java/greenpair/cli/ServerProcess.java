package greenpair.cli;

import module java.base;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// `greenpair serve` on the demonstration as a process of its own, on a free port.
final class ServerProcess {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern OPEN = Pattern.compile("Open http://127\\.0\\.0\\.1:(\\d+)/");

  private final Process process;
  private final int port;
  private final StringBuffer said;

  record Answer(int status, String body) {}

  private ServerProcess(Process process, int port, StringBuffer said) {
    this.process = process;
    this.port = port;
    this.said = said;
  }

  /// Starts a server and waits until it listens.
  ///
  /// @param settings variables of its environment
  static ServerProcess start(Path data, Map<String, String> settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "serve",
                    "--demo",
                    "--port",
                    "0",
                    "--data",
                    data.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(settings);
    Process process = builder.start();
    @SuppressWarnings("JdkObsolete") // Two threads write to it.
    StringBuffer said = new StringBuffer();
    BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      Matcher open = OPEN.matcher(line);
      if (open.find()) {
        // The rest is read too, so that the pipe does not fill.
        Thread.ofVirtual()
            .start(() -> lines.lines().forEach(each -> said.append(each).append('\n')));
        return new ServerProcess(process, Integer.parseInt(open.group(1)), said);
      }
    }
    throw new IOException("the server did not start: " + said);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  Answer get(String path, String token) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + token).build());
  }

  Answer post(String path, String json, String token) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "a-key-of-this-request")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }

  /// Waits until an answer contains something.
  void await(String path, String wanted) throws IOException, InterruptedException {
    Answer answer = get(path);
    for (int i = 0; i < 1_200 && !answer.body().contains(wanted); i++) {
      Thread.sleep(100);
      answer = get(path);
    }
    if (!answer.body().contains(wanted)) {
      throw new AssertionError(wanted + " does not come: " + answer.body());
    }
  }

  /// Asks the process to end (SIGTERM), and waits.
  ///
  /// @return its exit code
  int stop() {
    process.destroy();
    return process.onExit().join().exitValue();
  }

  /// What it said on standard error.
  String said() {
    return said.toString();
  }

  /// Ends the process without a chance to say so.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
