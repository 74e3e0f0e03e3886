package greenpair.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import greenpair.program.follow.Deliveries.State;
import greenpair.web.mail.MailServer.Envelope;
import greenpair.web.mail.MailServer.MailAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Emails over SMTP, also while the mail server is unavailable.
class MailServerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static MailServer.Outcome send(int port, String subject) {
    MailSettings settings =
        new MailSettings("127.0.0.1", port, "none", "", null, "programme@example.org");
    Envelope mail = new Envelope("m1", "office@example.org", subject, "Text\n正文", NOW, Map.of());
    return new MailServer(settings).send(mail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Changes / 变动",
        "=?utf-8?q?Urgent_=E2=80=AE_payment?= and a subject of more than one word"
      })
  void mail_arrivesAsItWasWritten(String subject) throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    try {
      server.start();
      assertEquals(State.SENT, send(server.getSmtp().getPort(), subject).state());
      MimeMessage received = server.getReceivedMessages()[0];
      assertEquals(subject, received.getSubject());
      assertTrue(received.getContent().toString().contains("正文"));
      assertEquals("<m1@example.org>", received.getMessageID());
    } finally {
      server.stop();
    }
  }

  @Test
  void mail_waits_whileTheServerIsDown() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    MailServer.Outcome outcome = send(port, "Changes");
    assertEquals(State.WAITING, outcome.state());
    String problem = String.valueOf(outcome.problem());
    assertTrue(problem.contains("127.0.0.1"), problem);
    assertTrue(problem.contains("could not be reached"), problem);
    assertTrue(problem.contains("无法连接邮件服务器"), problem);
  }

  /// Accepts one mail and drops the connection instead of closing it properly.
  private static void takeAndHangUp(ServerSocket server) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      socket.setSoLinger(true, 0);
      out.write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
      boolean isText = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("QUIT")) {
          return;
        }
        isText = isText ? !line.equals(".") : line.equals("DATA");
        if (!isText || line.equals("DATA")) {
          String answer = isText ? "354 go on\r\n" : "250 taken\r\n";
          out.write(answer.getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void mail_thatWasTaken_isSent_whenTheServerHangsUpThen() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread.startVirtualThread(() -> takeAndHangUp(server));
      MailServer.Outcome outcome = send(server.getLocalPort(), "Changes");
      assertEquals(State.SENT, outcome.state(), outcome::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@b",
        "a b@c.org",
        "a@c.org\r\nBcc: x@y.org",
        "a@c.org\n",
        "a@c.org,b@c.org",
        "Li <a@c.org>",
        "a@-c.org",
        "王@c.org"
      })
  void address_thatIsInvalid_isRefused(String address) {
    assertFalse(MailAddress.isGood(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"office@example.org", "li.na+x@mail.example.co.uk"})
  void address_isTaken(String address) {
    assertTrue(MailAddress.isGood(address));
  }
}
