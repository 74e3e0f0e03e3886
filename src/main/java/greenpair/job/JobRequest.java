package greenpair.job;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request for a job. It can only name existing mappings and generations, not a path or an
/// address.
///
/// @param sources names of mappings; none for all that the settings name
/// @param maxRejects rows of a registry that may be rejected, such as `50` or `2%`; null for any
/// @param generation to go back to; null for the one before
/// @param reason why it is requested; null if none is needed
/// @param incremental whether the sources contain only new and changed entries
/// @param since in an incremental run, read only database rows changed on that day or later; null
///     for all
/// @param force whether to publish even if the gate refuses; requires a reason
public record JobRequest(
    List<String> sources,
    @Nullable String maxRejects,
    @Nullable String generation,
    @Nullable String reason,
    boolean incremental,
    @Nullable LocalDate since,
    boolean force) {
  /// A request for all sources of the settings.
  public static final JobRequest ALL =
      new JobRequest(List.of(), null, null, null, false, null, false);

  public JobRequest {
    sources = List.copyOf(sources);
    if (since != null && !incremental) {
      throw new IllegalArgumentException(
          "a full run reads all rows of a registry; with a day it is incremental");
    }
    if (force && reason == null) {
      throw new IllegalArgumentException("a forced publication requires a reason");
    }
  }

  public static JobRequest back(@Nullable String generation, @Nullable String reason) {
    return new JobRequest(List.of(), null, generation, reason, false, null, false);
  }
}
