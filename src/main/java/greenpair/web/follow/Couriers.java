package greenpair.web.follow;

import greenpair.follow.FollowRun;
import greenpair.program.ProgramStore;
import greenpair.program.follow.Delivery;
import greenpair.web.http.Json;
import greenpair.web.mail.Envelope;
import greenpair.web.mail.MailServer;
import greenpair.web.mail.MailSettings;
import greenpair.web.settings.ChangeSettings;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Creates the courier of a server, with the channels of its settings.
public final class Couriers {
  private Couriers() {}

  public static Courier of(
      ProgramStore store,
      FollowRun run,
      Json json,
      ChangeSettings settings,
      Optional<MailSettings> mail,
      InstantSource clock) {
    Digest digest = new Digest(json, settings.address());
    Map<Delivery.Channel, Sender> senders = new EnumMap<>(Delivery.Channel.class);
    if (mail.isPresent() && settings.home().isPresent()) {
      MailServer server = new MailServer(mail.get());
      senders.put(
          Delivery.Channel.MAIL,
          (delivery, to) -> server.send(envelope(delivery, digest.ending(to))));
    }
    if (settings.webhooks()) {
      senders.put(Delivery.Channel.WEBHOOK, new Webhook(clock, PublicAddress::is));
    }
    return new Courier(store, run, digest, senders, clock);
  }

  /// With the headers of RFC 8058, by which a mail program ends the mails with one click.
  static Envelope envelope(Delivery delivery, String ending) {
    return new Envelope(
        delivery.id(),
        delivery.target(),
        delivery.subject(),
        delivery.body(),
        delivery.made(),
        Map.of(
            "List-Unsubscribe", "<" + ending + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
            "Auto-Submitted", "auto-generated"));
  }
}
