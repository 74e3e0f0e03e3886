package greenpair.web.mail;

import module java.base;

import greenpair.catalog.Text;
import greenpair.program.follow.Deliveries.State;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// One mail server, over SMTP.
public record MailServer(MailSettings settings) {
  private static final String MILLIS = "20000";
  private static final int PERMANENT = 500;

  /// The result of an attempt: sent, refused, to be tried again, or unclear after the connection
  /// broke when the mail was handed over, since the server may have accepted it.
  ///
  /// @param problem null if it was sent
  public record Outcome(State state, @Nullable Text problem) {}

  public Outcome send(Envelope mail) {
    Session session = Session.getInstance(properties());
    Transport transport;
    MimeMessage message;
    try {
      message = message(session, mail);
      transport = session.getTransport("smtp");
      transport.connect(settings.host(), settings.port(), user(), password());
    } catch (MessagingException | IOException e) {
      return new Outcome(State.WAITING, problem("delivery.not_connected", e));
    }
    Outcome outcome = handOver(transport, message);
    try {
      transport.close();
    } catch (MessagingException ignored) {
      // The result is already known; a server that disconnects early does not change it.
    }
    return outcome;
  }

  private static Outcome handOver(Transport transport, MimeMessage message) {
    Address[] to;
    try {
      to = message.getAllRecipients();
      transport.sendMessage(message, to);
      return new Outcome(State.SENT, null);
    } catch (MessagingException e) {
      int code = code(e);
      if (code < 0) {
        return new Outcome(State.UNCLEAR, problem("delivery.broken", e));
      }
      State state = code >= PERMANENT ? State.REFUSED : State.WAITING;
      return new Outcome(state, problem("delivery.declined", e));
    }
  }

  /// The answer of the server; -1 if there was none.
  private static int code(MessagingException e) {
    for (Exception each = e; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode();
      }
      if (each instanceof SMTPSendFailedException failed && failed.getReturnCode() > 0) {
        return failed.getReturnCode();
      }
    }
    return -1;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /// The text as encoded words (RFC 2047, 2), each of at most 75 characters.
  private static String encoded(String text) {
    List<String> words = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to =
          text.offsetByCodePoints(from, Math.min(10, text.codePointCount(from, text.length())));
      byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
      words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=");
      from = to;
    }
    return String.join("\r\n ", words);
  }

  private MimeMessage message(Session session, Envelope mail) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            // The same at each try, so that a receiver knows one that comes twice.
            String domain = settings.from().substring(settings.from().indexOf('@'));
            setHeader("Message-ID", "<" + mail.id() + domain + ">");
          }
        };
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    if (mail.subject().contains("=?")) {
      // The library sends a subject in ASCII as it is, and a receiver would decode this one.
      message.setHeader("Subject", encoded(mail.subject()));
    }
    message.setText(mail.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(mail.made()));
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    message.saveChanges();
    return message;
  }

  private @Nullable String user() {
    return settings.user().isEmpty() ? null : settings.user();
  }

  private @Nullable String password() throws IOException {
    return settings.passwordFile() == null
        ? null
        : Files.readString(settings.passwordFile()).strip();
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.quitwait", "false");
    switch (settings.security()) {
      case "starttls" -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case "tls" -> properties.setProperty("mail.smtp.ssl.enable", "true");
      default -> {
        // A server on the same machine or in the same net.
      }
    }
    return properties;
  }

  private static Text problem(String key, Exception e) {
    return greenpair.message.Message.of(key, "detail", detail(e)).text();
  }

  /// The message of the other side or of the network, on one line.
  private static String detail(Exception e) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\p{Cc}+", " ").strip();
    return e.getClass().getSimpleName()
        + ": "
        + (message.length() > 300 ? message.substring(0, 300) : message);
  }

  /// A mail as passed to the mail server.
  ///
  /// @param id the left half of its Message-ID, the same in each attempt
  /// @param headers headers in addition to those of every mail; their values contain no line break
  public record Envelope(
      String id,
      String recipient,
      String subject,
      String body,
      Instant made,
      Map<String, String> headers) {
    public Envelope {
      headers = Map.copyOf(headers);
    }
  }

  /// Addresses to which mail can be sent: one mailbox in ASCII (RFC 5321), without name, comment or
  /// quotes. No character in it can end a line or a header.
  public static final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern FORM =
        Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,9}"
                + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}");

    private MailAddress() {}

    public static boolean isGood(String address) {
      return address.length() <= LONGEST && FORM.matcher(address).matches();
    }
  }
}
