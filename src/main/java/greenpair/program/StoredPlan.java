package greenpair.program;

import module java.base;

import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// A requested plan and its result, which never changes.
///
/// @param sort `cohort`, `pairs`, `partners` or `meetings`
/// @param request the request as JSON; this package does not interpret it
/// @param document the plan with everything needed to check it, as JSON; null unless it is complete
///     or states a conflict
/// @param digest of the document, which minutes may quote; null without one
/// @param messages a JSON list of texts: why there is no plan
/// @param until the last day on which cities can respond; null while only coordinators see it
/// @param beat the last sign of the server that solves it; null for a plan stored without one
/// @param progress how far it was then, as JSON; null while it waits
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
    @Column("answer_until") @Nullable LocalDate until,
    Stamp made,
    @Nullable Instant beat,
    @Nullable String progress) {
  /// A plan whose server has not given a sign for so long is not being solved any more.
  private static final Duration SILENCE = Duration.ofSeconds(30);

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

  /// Whether it was being solved by a server that has ended.
  public boolean isAbandoned(Instant now) {
    return state == State.SOLVING && (beat == null || beat.plus(SILENCE).isBefore(now));
  }

  public StoredPlan in(State other) {
    return new StoredPlan(
        seq, id, sort, title, other, request, document, digest, messages, until, made, beat,
        progress);
  }
}
