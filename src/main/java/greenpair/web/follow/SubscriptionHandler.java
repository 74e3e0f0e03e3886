package greenpair.web.follow;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.follow.Delivery;
import greenpair.program.follow.Subscriber;
import greenpair.program.introduction.OutgoingMail;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.mail.MailAddress;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import greenpair.web.settings.ChangeSettings;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a person is notified of changes: feed and mail.
///
/// @param hasMail whether mails can be sent
public record SubscriptionHandler(
    ReadEndpoint reading,
    WriteEndpoint writing,
    InstantSource clock,
    boolean hasMail,
    ChangeSettings settings) {
  private static final Map<String, Language> LANGUAGES = ValueParser.words(Language.values());
  private static final Map<String, Subscriber.Digest> DIGESTS =
      ValueParser.words(Subscriber.Digest.values());
  private static final int DELIVERIES = 10;

  /// Something that was sent or waits.
  public record Sent(
      String id,
      OutgoingMail.State state,
      int tries,
      Instant due,
      @Nullable Text problem,
      Instant made) {
    static Sent of(Delivery delivery) {
      return new Sent(
          delivery.id(),
          delivery.state(),
          delivery.tries(),
          delivery.due(),
          delivery.problem(),
          delivery.made());
    }
  }

  /// A person's notification settings, as shown to users.
  ///
  /// @param feed whether there is an address of a feed
  /// @param deliveries the newest ones
  public record View(
      Language language,
      @Nullable String email,
      Subscriber.Digest digest,
      boolean feed,
      List<Sent> deliveries)
      implements ReadEndpoint.View {
    static View of(Subscriber who, List<Delivery> deliveries) {
      return new View(
          who.language(),
          who.email(),
          who.digest(),
          who.hasFeed(),
          deliveries.stream().map(Sent::of).toList());
    }
  }

  private static final View NOTHING =
      new View(Language.EN, null, Subscriber.Digest.EACH, false, List.of());

  private static View view(Records records, String person) {
    return records
        .subscribers()
        .of(person)
        .map(who -> View.of(who, records.deliveries().of(who, DELIVERIES)))
        .orElse(NOTHING);
  }

  public void show(Context context) {
    reading.alone(context, (records, caller) -> view(records, caller.id()));
  }

  public View of(Context context) {
    return reading.read(context, (records, caller) -> view(records, caller.id()));
  }

  public void choose(Context context) {
    writing.write(context, choosing());
  }

  public WriteEndpoint.RequestParser choosing() {
    return (input, caller) -> {
      BodyFields body = input.body();
      Language language = body.choice("language", LANGUAGES);
      String email = body.string("email");
      Subscriber.Digest digest = body.choice("digest", DIGESTS);
      if (email != null) {
        checkMail(input, body, email);
      }
      input.check();
      Language chosen = language == null ? Language.EN : language;
      Subscriber.Digest often = digest == null ? Subscriber.Digest.EACH : digest;
      return (records, stamp) -> {
        Subscriber who = records.subscribers().saw(caller.id(), chosen, stamp.at());
        who = records.subscribers().choose(who, chosen, email, often);
        return WriteEndpoint.Done.changed(
            "subscription.change",
            "subscription " + who.id(),
            View.of(who, records.deliveries().of(who, DELIVERIES)));
      };
    };
  }

  private void checkMail(Input input, BodyFields body, String email) {
    if (!hasMail) {
      input.fault(
          body.path("email"), email, Message.of("digest.none"), Message.of("digest.none.next"));
    } else if (!MailAddress.isGood(email)) {
      input.fault(
          body.path("email"),
          email,
          Message.of("mail.address", "example", "office@example.org"),
          Message.of("mail.address.next"));
    }
  }

  /// The address of a feed, which is shown once; only its hash is stored.
  public record Feed(String address) implements ReadEndpoint.View, WriteEndpoint.Unkept {}

  public void openFeed(Context context) {
    writing.writePlain(context, openingFeed());
  }

  /// Makes the address of a feed, in place of the one before.
  public WriteEndpoint.PlainReading openingFeed() {
    return (checks, caller) ->
        (records, stamp) -> {
          Subscriber who = records.subscribers().saw(caller.id(), Language.EN, stamp.at());
          String secret = records.subscribers().openFeed(who);
          String address = settings.address() + FeedHandler.PATH + secret;
          return WriteEndpoint.Done.made(
              "feed.open", "subscription " + who.id(), new Feed(address), FeedHandler.API);
        };
  }

  public void closeFeed(Context context) {
    writing.writePlain(context, closingFeed());
  }

  public WriteEndpoint.PlainReading closingFeed() {
    return (checks, caller) ->
        (records, stamp) -> {
          records.subscribers().of(caller.id()).ifPresent(records.subscribers()::closeFeed);
          return WriteEndpoint.Done.changed(
              "feed.close", "subscription of " + caller.id(), view(records, caller.id()));
        };
  }

  /// Records that a person was active, at most once a day.
  void saw(Records records, String person) {
    Instant now = clock.instant();
    Optional<Subscriber> who = records.subscribers().of(person);
    who.filter(each -> each.seen().isBefore(now.minus(java.time.Duration.ofDays(1))))
        .ifPresent(each -> records.subscribers().saw(person, each.language(), now));
  }
}
