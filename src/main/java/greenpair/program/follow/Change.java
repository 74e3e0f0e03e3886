package greenpair.program.follow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A change that a person is told of.
///
/// @param person id of the [Caller] who follows what changed
/// @param earlier id of the generation before it; null for what time alone changed
public record Change(
    long seq,
    String id,
    String person,
    Finding finding,
    @Nullable String earlier,
    String later,
    Instant found) {
  public String key() {
    return "change." + finding.sort().name().toLowerCase(Locale.ROOT);
  }
}
