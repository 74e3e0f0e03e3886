package greenpair.index.generation;

import java.time.Instant;

/// A publication of a generation, as recorded in the journal of the data folder.
///
/// @param reason why; empty if the act needs no reason
public record Publication(Instant at, Act act, String id, String by, String reason) {
  public enum Act {
    /// A new generation that passed all checks.
    PUBLISHED,
    /// A new generation despite a failed check, with a reason.
    FORCED,
    /// An older generation again.
    ROLLED_BACK
  }

  public Publication {
    by = plain(by);
    reason = plain(reason);
    if (act == Act.FORCED && reason.isEmpty()) {
      throw new IllegalArgumentException("a forced publication must have a reason, but has none");
    }
  }

  /// One line of a table: white space of all sorts is a space.
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
