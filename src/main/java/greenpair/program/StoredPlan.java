package greenpair.program;

import greenpair.program.database.Stamp;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A requested plan and its result, which never changes.
///
/// @param sort `cohort`, `pairs` or `partners`
/// @param request the request as JSON; this package does not interpret it
/// @param document the plan with everything needed to check it, as JSON; null unless it is complete
///     or states a conflict
/// @param digest of the document, which minutes may quote; null without one
/// @param messages a JSON list of texts: why there is no plan
/// @param until the last day on which cities can respond; null while only coordinators see it
public record StoredPlan(
    long seq,
    String id,
    String sort,
    String title,
    State state,
    String request,
    @Nullable String document,
    @Nullable String digest,
    String messages,
    @Nullable LocalDate until,
    Stamp made) {
  public enum State {
    SOLVING,
    MADE,
    /// Its conditions cannot be met together.
    IMPOSSIBLE,
    CANCELLED,
    /// Planning failed; the log contains the reason.
    FAILED
  }

  /// Whether cities may see their part.
  public boolean isShared() {
    return until != null;
  }

  /// The same plan with another state.
  public StoredPlan in(State other) {
    return new StoredPlan(
        seq, id, sort, title, other, request, document, digest, messages, until, made);
  }
}
