package greenpair.web.mail;

import java.time.Instant;
import java.util.Map;

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
