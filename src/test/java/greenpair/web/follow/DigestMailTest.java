package greenpair.web.follow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import greenpair.catalog.Language;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.mail.MailServer;
import greenpair.web.mail.MailSettings;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A mail of changes as a mail server receives it.
class DigestMailTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void mail_namesTheAddressThatEndsIt_forOneClick() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      Delivery delivery =
          new Delivery(
              1,
              "d1",
              "s1",
              "li@example.org",
              "2项变动",
              "吉林市有新的需求",
              Deliveries.State.SENDING,
              1,
              NOW,
              null,
              NOW);
      Subscriber to =
          new Subscriber(
              "s1",
              "token t1",
              Language.ZH,
              "li@example.org",
              Subscriber.Digest.EACH,
              false,
              "00ff",
              0,
              NOW);
      MailSettings settings =
          new MailSettings(
              "127.0.0.1", server.getSmtp().getPort(), "none", "", null, "office@example.org");
      Digest digest = new Digest("https://gp.example.org");
      assertEquals(
          Deliveries.State.SENT,
          new MailServer(settings).send(digest.envelope(delivery, to)).state());
      MimeMessage received = server.getReceivedMessages()[0];
      String address = "https://gp.example.org" + Digest.UnsubscribeLink.path(to);
      assertArrayEquals(new String[] {"<" + address + ">"}, received.getHeader("List-Unsubscribe"));
      assertArrayEquals(
          new String[] {"List-Unsubscribe=One-Click"}, received.getHeader("List-Unsubscribe-Post"));
      assertEquals("2项变动", received.getSubject());
    } finally {
      server.stop();
    }
  }
}
