package greenpair.index.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Something that listens where a cluster should, and answers as a test wants.
final class FakeCluster implements Closeable {
  static final String VERSION =
      "{\"version\":{\"distribution\":\"opensearch\",\"number\":\"3.8.0\"}}";

  /// Requests as method, path, a space and the Authorization header.
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final String scheme;

  interface Answers {
    /// The body of an answer of status 200, or a status and a space before it.
    String to(String request);
  }

  FakeCluster(Answers answers) throws IOException {
    this(answers, null);
  }

  FakeCluster(Answers answers, @Nullable SSLContext tls) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(any, 0);
    } else {
      HttpsServer secure = HttpsServer.create(any, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = secure;
    }
    scheme = tls == null ? "http" : "https";
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Answers answers) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    asked.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    String answer = answers.to(request);
    boolean hasStatus = answer.matches("(?s)[1-5][0-9]{2} .*");
    byte[] body = answer.substring(hasStatus ? 4 : 0).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        hasStatus ? Integer.parseInt(answer.substring(0, 3)) : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  URI address() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  ClusterSettings settings(String user, String password, String token, @Nullable Path authority) {
    return settings(List.of(address()), user, password, token, authority);
  }

  static ClusterSettings settings(
      List<URI> addresses, String user, String password, String token, @Nullable Path authority) {
    return new ClusterSettings(
        addresses, "greenpair", user, password, token, authority, 1, "0-1", Duration.ofSeconds(2));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
