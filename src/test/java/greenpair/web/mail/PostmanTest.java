package greenpair.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import greenpair.catalog.EntryId;
import greenpair.program.ProgramRows;
import greenpair.program.ProgramStore;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Outbox.OutgoingMail;
import greenpair.web.mail.MailServer.MailAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters over SMTP while the mail server is unavailable at times.
class PostmanTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Stamp LI = new Stamp("Li", NOW);

  @TempDir private Path data;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  private String letter(ProgramStore store) {
    return store.write(
        all -> {
          Introduction of =
              all.introductions().add(ProgramRows.introduction(new EntryId("cn-jilin")));
          return all.outbox()
              .add(of.id(), 0, "office@example.org", "Introduction / 引荐函", "Text\n正文", LI)
              .id();
        });
  }

  private Postman postman(ProgramStore store, int port) {
    MailSettings settings =
        new MailSettings("127.0.0.1", port, "none", "", null, "programme@example.org");
    return new Postman(store, Optional.of(settings), now::get);
  }

  private static OutgoingMail found(ProgramStore store, String id) {
    return store.read(all -> all.outbox().find(id)).orElseThrow();
  }

  @Test
  void subject_thatLooksEncoded_arrivesAsItWasWritten() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    String subject = "=?utf-8?q?Urgent_=E2=80=AE_payment?= and a subject of more than one word";
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      server.start();
      var _ =
          store.write(
              all -> {
                Introduction of =
                    all.introductions().add(ProgramRows.introduction(new EntryId("cn-jilin")));
                return all.outbox().add(of.id(), 0, "office@example.org", subject, "Text", LI);
              });
      try (Postman postman = postman(store, server.getSmtp().getPort())) {
        postman.run();
      }
      assertEquals(subject, server.getReceivedMessages()[0].getSubject());
    } finally {
      server.stop();
    }
  }

  @Test
  @Tag("slow")
  void letter_waitsWhileTheServerIsDown_andIsSentOnce() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data));
        Postman one = postman(store, port);
        Postman other = postman(store, port)) {
      String id = letter(store);
      one.run();
      OutgoingMail waiting = found(store, id);
      assertEquals(OutgoingMail.State.WAITING, waiting.state(), waiting::toString);
      assertEquals(NOW.plus(Postman.FIRST), waiting.due());
      String problem = String.valueOf(waiting.problem());
      assertTrue(problem.contains("127.0.0.1"), problem);
      assertTrue(problem.contains("could not be reached"), problem);
      assertTrue(problem.contains("无法连接邮件服务器"), problem);
      server.start();
      one.run();
      assertEquals(0, server.getReceivedMessages().length, "it is not due");
      now.set(NOW.plus(Postman.FIRST));
      Thread beside = Thread.startVirtualThread(other::run);
      one.run();
      beside.join();
      one.run();
      assertEquals(1, server.getReceivedMessages().length);
      MimeMessage received = server.getReceivedMessages()[0];
      assertEquals("Introduction / 引荐函", received.getSubject());
      assertTrue(received.getContent().toString().contains("正文"));
      assertEquals("<" + id + "@example.org>", received.getMessageID());
      OutgoingMail sent = found(store, id);
      assertEquals(OutgoingMail.State.SENT, sent.state());
      assertEquals(2, sent.tries());
      assertNull(sent.problem());
    } finally {
      server.stop();
    }
  }

  @Test
  void letter_whoseServerEndedWhileSending_isUnclear_andNotSentAgain() throws IOException {
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data));
        Postman postman = postman(store, 1)) {
      String id = letter(store);
      assertTrue(store.write(all -> all.outbox().claim(id, NOW)).isPresent());
      assertFalse(store.write(all -> all.outbox().claim(id, NOW)).isPresent(), "taken once");
      now.set(NOW.plus(Postman.ABANDONED).plusSeconds(1));
      postman.run();
      assertEquals(OutgoingMail.State.UNCLEAR, found(store, id).state());
      assertEquals(1, found(store, id).tries());
    }
  }

  /// Accepts one letter and drops the connection instead of closing it properly.
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
  void letter_thatWasTaken_isSent_whenTheServerHangsUpThen() throws IOException {
    try (ServerSocket server = new ServerSocket(0);
        ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data));
        Postman postman = postman(store, server.getLocalPort())) {
      String id = letter(store);
      Thread.startVirtualThread(() -> takeAndHangUp(server));
      postman.run();
      assertEquals(OutgoingMail.State.SENT, found(store, id).state(), found(store, id)::toString);
    }
  }

  /// Greets each client and then does not answer for a while.
  private static void keepWaiting(ServerSocket server, AtomicInteger callers) {
    while (!server.isClosed()) {
      try (Socket _ = server.accept()) {
        callers.incrementAndGet();
        Thread.sleep(300);
      } catch (IOException | InterruptedException e) {
        return;
      }
    }
  }

  @Test
  @Timeout(60)
  void stop_endsWithTheLetterInHand_andLeavesTheOthers() throws Exception {
    AtomicInteger callers = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0);
        ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      List<String> ids = new ArrayList<>();
      for (int at = 0; at < 5; at++) {
        ids.add(letter(store));
      }
      Thread.startVirtualThread(() -> keepWaiting(server, callers));
      try (Postman postman = postman(store, server.getLocalPort())) {
        postman.start(Duration.ofMillis(1));
        while (callers.get() == 0) {
          Thread.sleep(5);
        }
      }
      assertEquals(1, callers.get());
      assertEquals(1, found(store, ids.getFirst()).tries());
      assertEquals(OutgoingMail.State.WAITING, found(store, ids.getFirst()).state());
      assertEquals(0, found(store, ids.getLast()).tries());
    }
  }

  @Test
  void letter_thatWaitedInABackup_isUnclear_andNotSentAgain(@TempDir Path restored)
      throws IOException {
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data));
        ProgramStore other = new ProgramStore(DatabaseSettings.sqlite(restored))) {
      String id = letter(store);
      StringWriter dump = new StringWriter();
      store.dump(dump);
      other.load(new StringReader(dump.toString()), ProgramRows.ANY);
      assertEquals(OutgoingMail.State.UNCLEAR, found(other, id).state());
    }
  }

  @Test
  void pause_doublesUpToSixHours() {
    assertEquals(Duration.ofMinutes(1), Postman.pause(1));
    assertEquals(Duration.ofMinutes(8), Postman.pause(4));
    assertEquals(Postman.LONGEST, Postman.pause(10));
    assertEquals(Postman.LONGEST, Postman.pause(1_000_000));
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
