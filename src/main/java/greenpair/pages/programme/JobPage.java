package greenpair.pages.programme;

import greenpair.job.Job;
import java.util.List;

/// A job, how far it is or what came of it.
///
/// @param mayRun whether whoever asks may start and end jobs
public record JobPage(Job job, boolean mayRun) {
  /// Files with the rows that it rejected, as long as no later job wrote its own.
  public List<String> rejects() {
    return mayRun ? job.rejects() : List.of();
  }
}
