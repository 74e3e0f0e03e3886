package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import java.net.http.HttpRequest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A person at a browser without script: opens pages, sends forms, keeps the cookie of the session.
public final class Visitor {
  private final Client client;
  private final String language;
  private String cookie = "";
  private String csrf = "";

  public Visitor(Client client, String language) {
    this.client = client;
    this.language = language;
  }

  /// Signs in on the page for it.
  public Visitor signIn(String token) {
    Client.Reply reply = post("/sign-in", "token", token, "back", "/cities");
    assertEquals(303, reply.status(), reply::text);
    cookie = reply.header("Set-Cookie").split(";", 2)[0];
    csrf = page("/cities").select("input[name=csrf]").attr("value");
    return this;
  }

  public String csrf() {
    return csrf;
  }

  public Client.Reply get(String path) {
    return client.get(path, headers());
  }

  public Document page(String path) {
    Client.Reply reply = get(path);
    assertEquals(200, reply.status(), path);
    return Jsoup.parse(reply.text(), "http://greenpair.test" + path);
  }

  /// Sends a form with the session's own token.
  public Client.Reply post(String path, String... pairs) {
    List<String> all = new ArrayList<>(List.of("csrf", csrf));
    all.addAll(List.of(pairs));
    return postAs(path, List.of(), all);
  }

  /// Sends a form of fields such as `number=0&city=cn-jilin`, which are encoded here.
  Client.Reply fill(String path, String fields) {
    String[] pairs =
        Arrays.stream(fields.split("&", -1))
            .flatMap(each -> Arrays.stream(each.split("=", 2)))
            .toArray(String[]::new);
    return post(path, pairs);
  }

  /// Sends a form with these headers and no other fields.
  Client.Reply postAs(String path, List<String> more, List<String> pairs) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < pairs.size(); i += 2) {
      body.append(i == 0 ? "" : "&").append(encode(pairs.get(i))).append('=');
      body.append(encode(pairs.get(i + 1)));
    }
    List<String> headers = new ArrayList<>(List.of(headers()));
    headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    headers.addAll(more);
    return client.send(
        "POST",
        path,
        HttpRequest.BodyPublishers.ofString(body.toString()),
        headers.toArray(String[]::new));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String[] headers() {
    List<String> headers =
        new ArrayList<>(List.of("Accept", "text/html,*/*;q=0.8", "Accept-Language", language));
    if (!cookie.isEmpty()) {
      headers.addAll(List.of("Cookie", cookie));
    }
    return headers.toArray(String[]::new);
  }
}
