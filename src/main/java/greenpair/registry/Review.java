package greenpair.registry;

import java.time.Instant;

/// What a person said of two entries that may be one.
///
/// @param one kind, source and id of an entry, such as `firm gbfs/lime`
/// @param same whether they are one
public record Review(String one, String two, boolean same, Instant answered) {
  /// Whether the answer is about these two, in any order.
  public boolean isAbout(String first, String second) {
    return (one.equals(first) && two.equals(second)) || (one.equals(second) && two.equals(first));
  }
}
