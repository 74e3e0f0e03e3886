package greenpair.pages.program;

import greenpair.pages.view.Form;
import greenpair.program.Submissions.Submission;
import java.util.List;
import java.util.Locale;

/// The form for a submission, and those that were made.
///
/// @param sort a word of [Submission.Sort] in capitals; empty without a form
public record SubmissionPage(Form form, String back, String sort, List<Submission> made) {
  /// A page whose form may name `sort`, `kind`, `entry` and `need`.
  public static SubmissionPage of(Form form, String back, List<Submission> made) {
    String sort = form.value("sort").toUpperCase(Locale.ROOT);
    return new SubmissionPage(
        form,
        back,
        List.of("CLAIM", "CORRECTION", "INTEREST", "REQUEST").contains(sort) ? sort : "",
        made);
  }
}
