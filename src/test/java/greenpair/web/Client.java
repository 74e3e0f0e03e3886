package greenpair.web;

import module java.base;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to a server of a test.
public final class Client {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;

  Client(int port) {
    this.port = port;
  }

  /// A response with its body read as JSON.
  public record Reply(int status, HttpResponse<byte[]> response) {
    public JsonNode json() {
      return MAPPER.readTree(response.body());
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /// The fields of the faults, in order.
    List<String> faults() {
      return fields("field");
    }

    List<String> fields(String name) {
      return json().get("errors").valueStream().map(each -> each.path(name).asString("")).toList();
    }
  }

  public Reply get(String path, String... headers) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  Reply post(String body) {
    return send(
        "POST",
        "/api/v1/recommendations",
        HttpRequest.BodyPublishers.ofString(body),
        "Content-Type",
        "application/json");
  }

  /// Sends a body of JSON, or none when it is empty, with a bearer token, or none when that is
  /// empty.
  public Reply as(String token, String method, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!token.isEmpty()) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    if (!body.isEmpty()) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    return send(
        method,
        path,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body),
        all.toArray(String[]::new));
  }

  /// Sends the fields of a form with a bearer token, or none when that is empty.
  public Reply form(String token, String path, String fields, String... more) {
    List<String> headers =
        new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
    headers.addAll(List.of(more));
    if (!token.isEmpty()) {
      headers.addAll(List.of("Authorization", "Bearer " + token));
    }
    return send(
        "POST", path, HttpRequest.BodyPublishers.ofString(fields), headers.toArray(String[]::new));
  }

  /// Like [#get], for a server that may be stopping: it may take a request and never answer.
  Reply getSoon(String path) {
    return send(Duration.ofSeconds(1), "GET", path, HttpRequest.BodyPublishers.noBody());
  }

  Reply send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    return send(Duration.ofSeconds(60), method, path, body, headers);
  }

  private Reply send(
      Duration within,
      String method,
      String path,
      HttpRequest.BodyPublisher body,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(within)
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Sends these bytes as they are and reads until the server closes.
  String raw(byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// A path with a query of names and values, which are encoded.
  static String query(String path, String... pairs) {
    StringBuilder query = new StringBuilder(path);
    for (int i = 0; i < pairs.length; i += 2) {
      query.append(i == 0 ? '?' : '&').append(pairs[i]).append('=').append(encode(pairs[i + 1]));
    }
    return query.toString();
  }

  static JsonNode parse(byte[] body) {
    return MAPPER.readTree(body);
  }

  static Stream<JsonNode> each(JsonNode list) {
    return list.valueStream();
  }
}
