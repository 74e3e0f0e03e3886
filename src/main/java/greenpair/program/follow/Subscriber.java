package greenpair.program.follow;

import greenpair.catalog.Language;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a person is notified of changes.
///
/// @param email null for no mail
/// @param hasFeed whether there is an address of a feed; only its hash is kept
/// @param secret signs the address that ends the mails
/// @param mailed place of the last change that was put into a mail
/// @param seen when the person last opened the list of changes
public record Subscriber(
    String id,
    String person,
    Language language,
    @Nullable String email,
    Digest digest,
    boolean hasFeed,
    String secret,
    long mailed,
    Instant seen) {
  /// How often mails are sent at most. What is found meanwhile is in the next one.
  public enum Digest {
    /// After each publication.
    EACH(Duration.ZERO),
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7));

    private final Duration pause;

    Digest(Duration pause) {
      this.pause = pause;
    }

    /// The time between two mails.
    public Duration pause() {
      return pause;
    }
  }

  /// A person who signs in at a login provider is no longer notified after this time without a
  /// visit, since the provider does not report who lost the right to read.
  public static final Duration ABSENT = Duration.ofDays(90);
}
