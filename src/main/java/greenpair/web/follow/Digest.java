package greenpair.web.follow;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.mail.MailServer.Envelope;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes changes as a mail in the language of its reader.
///
/// @param home address of the server as browsers see it; empty if it is not known
record Digest(String home) {
  Deliveries.Content of(Subscriber to, String target, List<Change> changes) {
    Language language = to.language();
    Messages messages = Messages.of(language);
    StringBuilder text = new StringBuilder();
    text.append(messages.say(Message.of("digest.lead"))).append("\n\n");
    for (Change each : changes) {
      ChangeView view = ChangeView.of(each);
      text.append("- ")
          .append(Objects.requireNonNull(view.says().in(language)))
          .append("\n  ")
          .append(home)
          .append(view.page())
          .append('\n');
    }
    text.append('\n')
        .append(messages.say(Message.of("digest.all", "address", home + "/changes")))
        .append('\n')
        .append(messages.say(Message.of("digest.end", "address", home + UnsubscribeLink.path(to))))
        .append('\n');
    String subject = messages.say(Message.of("digest.subject", "n", changes.size()));
    return new Deliveries.Content(target, subject, text.toString());
  }

  /// With the headers of RFC 8058, by which a mail program ends the mails with one click.
  Envelope envelope(Delivery delivery, Subscriber to) {
    return new Envelope(
        delivery.id(),
        delivery.target(),
        delivery.subject(),
        delivery.body(),
        delivery.made(),
        Map.of(
            "List-Unsubscribe", "<" + home + UnsubscribeLink.path(to) + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
            "Auto-Submitted", "auto-generated"));
  }

  /// The address that ends the mails of a subscriber, signed with the subscriber's secret
  /// (HMAC-SHA256).
  static final class UnsubscribeLink {
    private static final String ALGORITHM = "HmacSHA256";

    private UnsubscribeLink() {}

    static String path(Subscriber who) {
      return "/unsubscribe/" + who.id() + "/" + signature(who);
    }

    /// Compares in a time that does not depend on where the two differ.
    static boolean isSigned(Subscriber who, String signature) {
      return MessageDigest.isEqual(
          signature(who).getBytes(StandardCharsets.UTF_8),
          signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(Subscriber who) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(who.secret()), ALGORITHM));
        byte[] signed = ("unsubscribe " + who.id()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(mac.doFinal(signed));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has " + ALGORITHM, e);
      }
    }
  }
}
