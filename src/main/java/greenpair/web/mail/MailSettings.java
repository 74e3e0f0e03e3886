package greenpair.web.mail;

import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.web.mail.MailServer.MailAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The settings for sending mail.
///
/// @param security `starttls` (required, not tried), `tls` from the first byte, or `none`
/// @param user empty for a server without authentication
/// @param passwordFile read at each connection, so that a new password needs no restart; null
///     without a user
public record MailSettings(
    String host, int port, String security, String user, @Nullable Path passwordFile, String from) {
  public MailSettings {
    if (!MailAddress.isGood(from)) {
      throw new MessageException(Message.of("setting.rule.smtp_from", "value", from));
    }
    if (!user.isEmpty() && passwordFile == null) {
      throw new MessageException(Message.of("setting.rule.smtp_password", "user", user));
    }
  }
}
