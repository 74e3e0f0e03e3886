package greenpair.web.follow;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.follow.FollowRun;
import greenpair.job.RepeatingThread;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.program.follow.Change;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Delivery;
import greenpair.program.follow.Subscriber;
import greenpair.program.introduction.OutgoingMail;
import greenpair.web.mail.MailServer;
import greenpair.web.mail.Postman;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds changes, puts those of each person into a mail and a call of a webhook, and sends them, on
/// one thread in the background. Each of these is one transaction, so after a crash it continues
/// where it was. If it is unknown whether a mail was sent, it is not sent again, as with letters; a
/// webhook is called until it answers, and its receiver knows a repetition by its id.
public final class Courier implements AutoCloseable {
  /// Changes in one mail or call.
  private static final int MOST = 200;

  private static final int AT_ONCE = 100;

  /// Tries of a webhook, over about three days.
  static final int TRIES = 20;

  private static final Duration ENDING = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private final ProgramStore store;
  private final FollowRun run;
  private final Digest digest;
  private final Map<Delivery.Channel, Sender> senders;
  private final InstantSource clock;
  private volatile boolean isEnding;
  private final RepeatingThread thread =
      new RepeatingThread("courier", log, ProgramException.class);

  /// @param senders of the channels that there are
  Courier(
      ProgramStore store,
      FollowRun run,
      Digest digest,
      Map<Delivery.Channel, Sender> senders,
      InstantSource clock) {
    this.store = store;
    this.run = run;
    this.digest = digest;
    this.senders = senders;
    this.clock = clock;
  }

  /// Looks every so often.
  public void start(Duration every) {
    thread.repeat(every, every, "changes wait", this::look);
  }

  private void look() {
    if (store.isOpen()) {
      run();
    }
  }

  void run() {
    find();
    Instant now = clock.instant();
    for (Subscriber each : store.read(all -> all.subscribers().told(now))) {
      write(each, Delivery.Channel.MAIL, each.email());
      write(each, Delivery.Channel.WEBHOOK, each.webhook());
    }
    store.change(all -> all.deliveries().recover(now.minus(Postman.ABANDONED)));
    for (Delivery.Channel channel : senders.keySet()) {
      for (String id : store.read(all -> all.deliveries().due(channel, now, AT_ONCE))) {
        if (isEnding) {
          return;
        }
        send(id);
      }
    }
  }

  /// Whether the person wants a mail now rather than tomorrow or next week.
  private boolean isDue(Subscriber who) {
    Instant now = clock.instant();
    Duration pause = who.digest().pause();
    return pause.isZero()
        || store.read(all -> all.deliveries().last(who, Delivery.Channel.MAIL)).stream()
            .noneMatch(last -> now.isBefore(last.plus(pause)));
  }

  /// A generation that cannot be compared must not hold up what was found before.
  private void find() {
    try {
      run.run();
    } catch (ProgramException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("changes cannot be found", e);
    }
  }

  /// Puts changes of which a person was not notified yet into deliveries.
  private void write(Subscriber first, Delivery.Channel channel, @Nullable String target) {
    if (target == null || !senders.containsKey(channel)) {
      return;
    }
    Subscriber who = first;
    while (true) {
      long told = channel == Delivery.Channel.MAIL ? who.mailed() : who.hooked();
      String person = who.person();
      List<Change> changes = store.read(all -> all.changes().after(person, told, MOST));
      boolean isFirstMail = channel == Delivery.Channel.MAIL && who.equals(first);
      if (changes.isEmpty() || (isFirstMail && !isDue(who))) {
        return;
      }
      Subscriber now = who;
      Deliveries.Content content = digest.of(channel, now, target, changes);
      long last = changes.getLast().seq();
      if (!store.write(all -> all.deliveries().add(now, channel, content, last, clock.instant()))) {
        return; // Another server did so first.
      }
      who = store.read(all -> all.subscribers().find(now.id())).orElseThrow();
    }
  }

  private void send(String id) {
    Instant now = clock.instant();
    Optional<Delivery> claimed = store.write(all -> all.deliveries().claim(id, now));
    if (claimed.isEmpty()) {
      return;
    }
    Delivery delivery = claimed.get();
    Optional<Subscriber> to =
        store.read(
            all ->
                all.subscribers()
                    .find(delivery.subscriber())
                    .filter(each -> isWanted(delivery, each))
                    .filter(each -> all.subscribers().mayRead(each, now)));
    if (to.isEmpty()) {
      settle(delivery, OutgoingMail.State.REFUSED, Message.of("delivery.unwanted").text());
      return;
    }
    settle(delivery, sender(delivery).send(delivery, to.get()));
  }

  private Sender sender(Delivery delivery) {
    return Objects.requireNonNull(senders.get(delivery.channel()));
  }

  /// Whether the person still has that address.
  private static boolean isWanted(Delivery delivery, Subscriber who) {
    return delivery
        .target()
        .equals(delivery.channel() == Delivery.Channel.MAIL ? who.email() : who.webhook());
  }

  private void settle(Delivery delivery, MailServer.Outcome outcome) {
    boolean isMail = delivery.channel() == Delivery.Channel.MAIL;
    switch (outcome) {
      case MailServer.Outcome.Taken taken -> settle(delivery, OutgoingMail.State.SENT, null);
      case MailServer.Outcome.Declined declined -> {
        boolean isLast = declined.forGood() || (!isMail && delivery.tries() >= TRIES);
        settle(
            delivery,
            isLast ? OutgoingMail.State.REFUSED : OutgoingMail.State.WAITING,
            declined.problem());
      }
      case MailServer.Outcome.Unclear unclear ->
          settle(
              delivery,
              isMail
                  ? OutgoingMail.State.UNCLEAR
                  : delivery.tries() >= TRIES
                      ? OutgoingMail.State.REFUSED
                      : OutgoingMail.State.WAITING,
              unclear.problem());
    }
  }

  private void settle(Delivery delivery, OutgoingMail.State state, @Nullable Text problem) {
    Instant now = clock.instant();
    boolean isWaiting = state == OutgoingMail.State.WAITING;
    Instant due = isWaiting ? now.plus(Postman.pause(delivery.tries())) : now;
    if (problem != null) {
      log.warn("delivery {} is {}: {}", delivery.id(), state, problem.best(Language.EN));
    }
    store.change(all -> all.deliveries().settle(delivery.id(), state, due, problem));
  }

  /// Ends after what is being handed over, or after a while.
  @Override
  public void close() {
    isEnding = true;
    var _ = thread.close(ENDING);
    senders.values().forEach(Sender::close);
  }
}
