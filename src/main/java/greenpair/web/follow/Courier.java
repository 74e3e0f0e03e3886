package greenpair.web.follow;

import module java.base;

import greenpair.background.RepeatingThread;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.follow.FollowRun;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.mail.MailServer;
import greenpair.web.mail.MailServer.Envelope;
import greenpair.web.mail.MailSettings;
import greenpair.web.settings.WebSettings.ChangeSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds changes, puts those of each person into a mail, and sends it, on one thread in the
/// background. Each of these is one transaction, so after a crash it continues where it was. If it
/// is unknown whether a mail was sent, it is not sent again.
public final class Courier implements AutoCloseable {
  /// Changes in one mail.
  private static final int MOST = 200;

  private static final int AT_ONCE = 100;

  /// While the mail server is down, a mail is retried, with pauses that double from the first.
  static final Duration FIRST = Duration.ofMinutes(1);

  static final Duration LONGEST = Duration.ofHours(6);

  /// Far longer than a mail server may take.
  static final Duration ABANDONED = Duration.ofMinutes(15);

  private static final Duration ENDING = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private final ProgramStore store;
  private final FollowRun run;
  private final Digest digest;
  private final Optional<Function<Envelope, MailServer.Outcome>> sender;
  private final InstantSource clock;
  private volatile boolean isEnding;
  private final RepeatingThread thread =
      new RepeatingThread("courier", log, ProgramException.class);

  /// @param mail empty for none: changes are found, and listed on pages and in feeds
  public Courier(
      ProgramStore store,
      FollowRun run,
      ChangeSettings settings,
      Optional<MailSettings> mail,
      InstantSource clock) {
    this(
        store,
        run,
        new Digest(settings.address()),
        settings.home().isEmpty() ? Optional.empty() : mail.map(each -> new MailServer(each)::send),
        clock);
  }

  Courier(
      ProgramStore store,
      FollowRun run,
      Digest digest,
      Optional<Function<Envelope, MailServer.Outcome>> sender,
      InstantSource clock) {
    this.store = store;
    this.run = run;
    this.digest = digest;
    this.sender = sender;
    this.clock = clock;
  }

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
    sender.ifPresent(this::run);
  }

  private void run(Function<Envelope, MailServer.Outcome> mail) {
    Instant now = clock.instant();
    for (Subscriber each : store.read(all -> all.subscribers().byMail(now))) {
      write(each);
    }
    store.change(all -> all.deliveries().recover(now.minus(ABANDONED)));
    for (String id : store.read(all -> all.deliveries().due(now, AT_ONCE))) {
      if (isEnding) {
        return;
      }
      send(id, mail);
    }
  }

  /// Whether the person wants a mail now rather than tomorrow or next week.
  private boolean isDue(Subscriber who) {
    Instant now = clock.instant();
    Duration pause = who.digest().pause();
    return pause.isZero()
        || store.read(all -> all.deliveries().last(who)).stream()
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

  /// Puts changes of which a person was not notified yet into mails.
  private void write(Subscriber first) {
    Subscriber who = first;
    String email = who.email();
    while (email != null) {
      Subscriber now = who;
      List<Change> changes =
          store.read(all -> all.changes().after(now.person(), now.mailed(), MOST));
      if (changes.isEmpty() || (now.equals(first) && !isDue(now))) {
        return;
      }
      Deliveries.Content content = digest.of(now, email, changes);
      long last = changes.getLast().seq();
      if (!store.write(all -> all.deliveries().add(now, content, last, clock.instant()))) {
        return; // Another server did so first.
      }
      who = store.read(all -> all.subscribers().find(now.id())).orElseThrow();
      email = who.email();
    }
  }

  private void send(String id, Function<Envelope, MailServer.Outcome> mail) {
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
                    .filter(each -> delivery.target().equals(each.email()))
                    .filter(each -> all.subscribers().mayRead(each, now)));
    if (to.isEmpty()) {
      settle(delivery, Deliveries.State.REFUSED, Message.of("delivery.unwanted").text());
      return;
    }
    MailServer.Outcome outcome = mail.apply(digest.envelope(delivery, to.get()));
    settle(delivery, outcome.state(), outcome.problem());
  }

  private void settle(Delivery delivery, Deliveries.State state, @Nullable Text problem) {
    Instant now = clock.instant();
    boolean isWaiting = state == Deliveries.State.WAITING;
    Instant due = isWaiting ? now.plus(pause(delivery.tries())) : now;
    if (problem != null) {
      log.warn("delivery {} is {}: {}", delivery.id(), state, problem.best(Language.EN));
    }
    store.change(all -> all.deliveries().settle(delivery.id(), state, due, problem));
  }

  /// How long to wait after that many tries: twice as long each time.
  static Duration pause(int tries) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  /// Ends after what is being handed over, or after a while.
  @Override
  public void close() {
    isEnding = true;
    var _ = thread.close(ENDING);
  }
}
