package greenpair.web.follow;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.program.follow.Change;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Delivery;
import greenpair.program.follow.Subscriber;
import greenpair.web.http.Json;
import java.util.List;
import java.util.Objects;

/// Writes changes as the text of a mail in the language of its reader, and as the JSON of a webhook
/// in both languages.
///
/// @param home address of the server as browsers see it; empty if it is not known
record Digest(Json json, String home) {
  private record Body(String type, List<ChangeView> changes) {}

  Deliveries.Content of(
      Delivery.Channel channel, Subscriber to, String target, List<Change> changes) {
    return switch (channel) {
      case MAIL -> mail(to, target, changes);
      case WEBHOOK ->
          new Deliveries.Content(
              target,
              "",
              json.text(new Body("changes", changes.stream().map(ChangeView::of).toList())));
    };
  }

  private Deliveries.Content mail(Subscriber to, String target, List<Change> changes) {
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
        .append(messages.say(Message.of("digest.end", "address", ending(to))))
        .append('\n');
    String subject = messages.say(Message.of("digest.subject", "n", changes.size()));
    return new Deliveries.Content(target, subject, text.toString());
  }

  /// The address by which the mails end with one click.
  String ending(Subscriber to) {
    return home + "/unsubscribe/" + to.id() + "/" + Signature.ofUnsubscribing(to);
  }
}
