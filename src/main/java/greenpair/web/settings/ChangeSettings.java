package greenpair.web.settings;

import java.net.URI;
import java.util.Optional;

/// How people are notified of changes.
///
/// @param home address of the server as browsers see it; without it no mails are sent, since they
///     lead to pages
/// @param deadlineDays how many days before the deadline of a need its followers are notified; 0
///     for never
public record ChangeSettings(Optional<URI> home, int deadlineDays) {
  public static final ChangeSettings DEFAULT = new ChangeSettings(Optional.empty(), 30);

  /// The address without a slash at its end; empty if it is not known.
  public String address() {
    return home.map(each -> each.toString().replaceFirst("/+$", "")).orElse("");
  }
}
