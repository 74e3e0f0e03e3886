package greenpair.web.mail;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.job.RepeatingThread;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.program.introduction.Outbox.OutgoingMail;
import greenpair.web.mail.MailServer.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends queued letters in the background. A letter is claimed in the database before it is handed
/// over, so only one of several servers sends it. While the mail server is down, it stays queued
/// and is retried, first after a minute and later every six hours. If it is unknown whether the
/// mail server accepted a letter, it is not sent again automatically; a person decides.
public final class Postman implements AutoCloseable {
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(6);

  /// Far longer than a mail server may take.
  public static final Duration ABANDONED = Duration.ofMinutes(15);

  /// How long a stop waits for the letter in hand. One that takes longer is found as unclear later.
  static final Duration ENDING = Duration.ofSeconds(20);

  private static final int AT_ONCE = 100;
  private static final Logger log = LoggerFactory.getLogger(Postman.class);

  private final ProgramStore store;
  private final Optional<MailServer> server;
  private final InstantSource clock;
  private volatile boolean isEnding;
  private final RepeatingThread thread =
      new RepeatingThread("postman", log, ProgramException.class);

  /// @param settings empty for none: letters are not taken, and none is sent
  public Postman(ProgramStore store, Optional<MailSettings> settings, InstantSource clock) {
    this.store = store;
    this.server = settings.map(MailServer::new);
    this.clock = clock;
  }

  /// Whether letters can be sent.
  public boolean isThere() {
    return server.isPresent();
  }

  public void start(Duration every) {
    if (isThere()) {
      thread.repeat(every, every, "letters wait", this::run);
    }
  }

  void run() {
    if (store.isOpen()) {
      server.ifPresent(this::run);
    }
  }

  private void run(MailServer server) {
    Instant now = clock.instant();
    for (String id : store.read(all -> all.outbox().abandoned(now.minus(ABANDONED)))) {
      settle(id, OutgoingMail.State.UNCLEAR, now, Message.of("delivery.ended").text());
    }
    List<String> due = store.read(all -> all.outbox().due(now, AT_ONCE));
    for (String id : due) {
      if (isEnding) {
        return;
      }
      Optional<OutgoingMail> claimed = store.write(all -> all.outbox().claim(id, clock.instant()));
      claimed.ifPresent(mail -> record(mail, server.send(envelope(mail))));
    }
  }

  private static Envelope envelope(OutgoingMail mail) {
    return new Envelope(
        mail.id(), mail.recipient(), mail.subject(), mail.body(), mail.made().at(), Map.of());
  }

  private void record(OutgoingMail mail, MailServer.Outcome outcome) {
    Instant now = clock.instant();
    boolean isWaiting = outcome.state() == OutgoingMail.State.WAITING;
    Instant due = isWaiting ? now.plus(pause(mail.tries())) : now;
    settle(mail.id(), outcome.state(), due, outcome.problem());
  }

  private void settle(String id, OutgoingMail.State state, Instant due, @Nullable Text problem) {
    if (problem != null) {
      log.warn("letter {} is {}: {}", id, state, problem.best(Language.EN));
    }
    store.change(all -> all.outbox().settle(id, state, due, problem));
  }

  /// How long to wait after that many tries: twice as long each time.
  public static Duration pause(int tries) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  /// Ends after the letter that is being handed over, or after a while; the others wait for the
  /// next start.
  @Override
  public void close() {
    isEnding = true;
    if (thread.close(ENDING)) {
      log.warn("a letter is still being handed over; what became of it will be unclear");
    }
  }
}
