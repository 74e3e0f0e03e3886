package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.job.Job;
import greenpair.job.SourceRun;
import java.util.List;

/// A job with its progress or result.
///
/// @param seesRows whether the caller may see values of rejected rows, which may be private
public record JobPage(Job job, boolean mayRun, boolean seesRows) {
  /// What came of it.
  public List<Text> messages() {
    return seesRows ? job.messages() : List.of();
  }

  /// The first rows of a registry that were rejected.
  public List<Text> first(SourceRun run) {
    return seesRows && !run.first().isEmpty() ? run.says() : List.of();
  }

  /// Files with the rows that it rejected, as long as no later job wrote its own.
  public List<String> rejects() {
    return mayRun ? job.rejects() : List.of();
  }
}
