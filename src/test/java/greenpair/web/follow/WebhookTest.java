package greenpair.web.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.program.follow.Delivery;
import greenpair.program.follow.Subscriber;
import greenpair.program.introduction.OutgoingMail;
import greenpair.web.mail.MailServer.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// Calls of webhooks: signed, never inward, never on by a redirect.
class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Subscriber LI =
      new Subscriber(
          "s1",
          "token x",
          Language.EN,
          null,
          "x",
          Subscriber.Digest.EACH,
          false,
          "ab".repeat(32),
          0,
          0,
          NOW);

  private HttpServer receiver;
  private final List<String> paths = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    paths.add(path);
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    signatures.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
    if (path.equals("/redirect")) {
      exchange.getResponseHeaders().set("Location", "/other");
    }
    if (path.equals("/long")) {
      exchange.sendResponseHeaders(200, 1_000_000);
      exchange.getResponseBody().write('x');
      exchange.getResponseBody().flush();
      return; // The rest never comes.
    }
    int status =
        switch (path) {
          case "/redirect" -> 302;
          case "/gone" -> 410;
          case "/broken" -> 500;
          default -> 204;
        };
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private Delivery to(String path) {
    String target = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    return new Delivery(
        1,
        "d1",
        "s1",
        Delivery.Channel.WEBHOOK,
        target,
        "",
        "{\"text\":\"变动\"}",
        OutgoingMail.State.SENDING,
        1,
        NOW,
        null,
        NOW);
  }

  @Test
  void call_isSigned_asStandardWebhooksSays() throws Exception {
    Outcome outcome = new Webhook(() -> NOW, any -> true).send(to("/hook"), LI);

    assertInstanceOf(Outcome.Taken.class, outcome);
    assertEquals(List.of("{\"text\":\"变动\"}"), bodies);
    byte[] key = Base64.getDecoder().decode(Signature.secret(LI).replace("whsec_", ""));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = "d1." + NOW.getEpochSecond() + "." + bodies.getFirst();
    String expected =
        "v1,"
            + Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(expected), signatures);
  }

  @Test
  void redirect_isNotFollowed_andGoneEnds() {
    Webhook webhook = new Webhook(() -> NOW, any -> true);

    assertEquals(
        new Outcome.Declined(Message.of("delivery.answered", "code", 302).text(), false),
        webhook.send(to("/redirect"), LI));
    assertEquals(
        new Outcome.Declined(Message.of("delivery.answered", "code", 410).text(), true),
        webhook.send(to("/gone"), LI));
    assertEquals(
        new Outcome.Declined(Message.of("delivery.answered", "code", 500).text(), false),
        webhook.send(to("/broken"), LI));
    assertEquals(List.of("/redirect", "/gone", "/broken"), paths);
  }

  @Test
  void bodyOfTheAnswer_isNotWaitedFor() {
    Webhook webhook = new Webhook(() -> NOW, any -> true);

    assertInstanceOf(Outcome.Taken.class, webhook.send(to("/long"), LI));
    assertInstanceOf(Outcome.Taken.class, webhook.send(to("/hook"), LI));
  }

  @Test
  void programmingError_isLogged() {
    Logger log = (Logger) LoggerFactory.getLogger(Webhook.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    log.setAdditive(false);
    try {
      Webhook webhook =
          new Webhook(
              () -> NOW,
              any -> {
                throw new IllegalStateException("a defect");
              });

      assertInstanceOf(Outcome.Unclear.class, webhook.send(to("/hook"), LI));
      assertEquals(
          "a defect", lines.list.getFirst().getThrowableProxy().getMessage(), lines.list::toString);
    } finally {
      log.detachAppender(lines);
      log.setAdditive(true);
    }
  }

  @Test
  void closed_sendsNothing() {
    Webhook webhook = new Webhook(() -> NOW, any -> true);
    assertInstanceOf(Outcome.Taken.class, webhook.send(to("/hook"), LI));

    webhook.close();

    assertThrows(RejectedExecutionException.class, () -> webhook.send(to("/hook"), LI));
  }

  @Test
  void inwardAddress_isNotCalled_whenItsNameIsResolvedForTheConnection() {
    Outcome outcome = new Webhook(() -> NOW, PublicAddress::is).send(to("/hook"), LI);

    assertInstanceOf(Outcome.Unclear.class, outcome);
    assertTrue(outcome.toString().contains("points inward"), outcome.toString());
    assertEquals(List.of(), paths);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://localhost/x",
        "https://[::1]/",
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1:8443/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://224.0.0.1/",
        "https://255.255.255.255/"
      })
  void inwardAddress_isRefusedAtEntry(String address) {
    assertEquals(Optional.of(Webhook.Fault.INWARD), Webhook.fault(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "https://user:secret@example.org/",
        "https://example.org/#a",
        "https:///x",
        "ftp://example.org/",
        "https://example.org/a b",
        "example.org",
        "https://"
      })
  void addressOfAnotherForm_isRefusedAtEntry(String address) {
    assertEquals(Optional.of(Webhook.Fault.FORM), Webhook.fault(address));
  }

  @Test
  void longAddress_isRefused_andOneOutsideIsTaken() {
    assertEquals(
        Optional.of(Webhook.Fault.FORM), Webhook.fault("https://8.8.8.8/" + "a".repeat(500)));
    assertEquals(Optional.empty(), Webhook.fault("https://8.8.8.8/hook"));
    assertEquals(Optional.empty(), Webhook.fault("https://[2606:4700:4700::1111]/hook"));
    assertFalse(Webhook.fault("https://2130706433/").isEmpty());
  }
}
