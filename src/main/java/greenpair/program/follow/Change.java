package greenpair.program.follow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A change of which a person is notified.
///
/// @param person id of the [Caller][greenpair.program.access.Caller] who follows the changed item
/// @param earlier id of the generation before it; null for a change caused by time alone
public record Change(
    long seq,
    String id,
    String person,
    CatalogChange finding,
    @Nullable String earlier,
    String later,
    Instant found) {
  public String key() {
    return "change." + finding.sort().name().toLowerCase(Locale.ROOT);
  }
}
