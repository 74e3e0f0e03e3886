package greenpair.web.mail;

import java.time.Instant;
import java.util.Map;

/// A mail as it is handed over.
///
/// @param id the left half of its Message-ID, the same at each try
/// @param headers more than every mail has; their values end no line
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
