/// Letters by mail: [greenpair.web.mail.Postman] sends what waits in the outbox,
/// [greenpair.web.mail.MailServer] speaks SMTP.
@NullMarked
package greenpair.web.mail;

import org.jspecify.annotations.NullMarked;
