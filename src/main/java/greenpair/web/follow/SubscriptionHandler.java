package greenpair.web.follow;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.mail.MailServer.MailAddress;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import greenpair.web.settings.WebSettings.ChangeSettings;
import io.javalin.http.Context;
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
  private static final int DELIVERIES = 10;

  /// A person's notification settings, as shown to users.
  ///
  /// @param feed whether there is an address of a feed
  /// @param deliveries the newest ones
  public record SubscriptionView(
      Language language,
      @Nullable String email,
      Subscriber.Digest digest,
      boolean feed,
      List<Delivery> deliveries) {
    static SubscriptionView of(Subscriber who, List<Delivery> deliveries) {
      return new SubscriptionView(
          who.language(), who.email(), who.digest(), who.hasFeed(), deliveries);
    }
  }

  private static final SubscriptionView NOTHING =
      new SubscriptionView(Language.EN, null, Subscriber.Digest.EACH, false, List.of());

  private static SubscriptionView view(Records records, String person) {
    return records
        .subscribers()
        .of(person)
        .map(who -> SubscriptionView.of(who, records.deliveries().of(who, DELIVERIES)))
        .orElse(NOTHING);
  }

  /// How a person wants to be notified; what is left out is switched off.
  record NewSubscription(
      @Rules.Default("en") Language language,
      @Nullable String email,
      @Rules.Default("each") Subscriber.Digest digest) {}

  public List<Route> routes() {
    String path = "/api/v1/subscription";
    return List.of(
        Route.get(
                path,
                Access.MEMBER,
                context ->
                    reading.answer(
                        context,
                        Request.Nothing.class,
                        (nothing, all, caller) -> view(all, caller.id())))
            .as("subscription", SubscriptionView.class),
        writing
            .put(path, Access.MEMBER, this::choose)
            .as("changeSubscription", NewSubscription.class, SubscriptionView.class)
            .example("{'language': 'zh'}"),
        writing
            .post(FeedHandler.API, Access.MEMBER, this::openFeed)
            .asNew("openFeed", Request.Nothing.class, Feed.class),
        writing
            .delete(FeedHandler.API, Access.MEMBER, this::closeFeed)
            .as("closeFeed", SubscriptionView.class));
  }

  public SubscriptionView of(Context context) {
    return reading.read(context, (records, caller) -> view(records, caller.id()));
  }

  public WriteEndpoint.Work choose(Input input, Caller caller) {
    NewSubscription sent = input.body(NewSubscription.class, made -> check(input, made));
    return (records, stamp) -> {
      Subscriber who = records.subscribers().saw(caller.id(), sent.language(), stamp.at());
      who = records.subscribers().choose(who, sent.language(), sent.email(), sent.digest());
      return WriteEndpoint.Done.changed(
          "subscription.change",
          "subscription " + who.id(),
          SubscriptionView.of(who, records.deliveries().of(who, DELIVERIES)));
    };
  }

  private void check(Input input, NewSubscription sent) {
    if (sent.email() != null) {
      checkMail(input, sent.email());
    }
  }

  private void checkMail(Input input, String email) {
    if (!hasMail) {
      input.fault("email", email, Message.of("mail.none"), Message.of("digest.none.next"));
    } else if (!MailAddress.isGood(email)) {
      input.fault(
          "email",
          email,
          Message.of("mail.address", "example", "office@example.org"),
          Message.of("mail.address.next"));
    }
  }

  /// The address of a feed, which is shown once; only its hash is stored.
  public record Feed(String address) {}

  /// Makes the address of a feed, in place of the one before.
  public WriteEndpoint.Work openFeed(Input input, Caller caller) {
    return (records, stamp) -> {
      Subscriber who = records.subscribers().saw(caller.id(), Language.EN, stamp.at());
      String secret = records.subscribers().openFeed(who);
      String address = settings.address() + FeedHandler.PATH + secret;
      return WriteEndpoint.Done.made(
              "feed.open", "subscription " + who.id(), new Feed(address), FeedHandler.API)
          .notKept();
    };
  }

  public WriteEndpoint.Work closeFeed(Input input, Caller caller) {
    return (records, stamp) -> {
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
