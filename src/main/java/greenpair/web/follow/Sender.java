package greenpair.web.follow;

import greenpair.program.follow.Delivery;
import greenpair.program.follow.Subscriber;
import greenpair.web.mail.MailServer;

/// Delivers changes by mail or webhook.
interface Sender {
  MailServer.Outcome send(Delivery delivery, Subscriber to);

  /// Ends connections; nothing is sent afterwards.
  default void close() {}
}
