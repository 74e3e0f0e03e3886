package greenpair.pages.program;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.Form;
import greenpair.program.Submissions.Submission;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The form for a submission, and those that were made.
///
/// @param sort a word of [Submission.Sort] in capitals; empty without a form
/// @param entry name of the partner of the form; null if it names none
public record SubmissionPage(
    Form form,
    String back,
    String sort,
    @Nullable Text entry,
    @Nullable Text need,
    List<Line> lines) {
  /// A submission with the names of what it is about.
  public record Line(
      Submission submission, @Nullable Text entry, @Nullable Text need, @Nullable Text city) {
    private static Line of(Submission each, Snapshot snapshot) {
      return new Line(
          each,
          ProgramPages.name(each.kind(), each.entry(), snapshot),
          ProgramPages.name(Kind.NEED, each.need(), snapshot),
          ProgramPages.name(Kind.CITY, each.city(), snapshot));
    }
  }

  /// A page whose form may name `sort`, `kind`, `entry` and `need`.
  public static SubmissionPage of(
      Form form, String back, List<Submission> made, Snapshot snapshot) {
    String sort = form.value("sort").toUpperCase(Locale.ROOT);
    return new SubmissionPage(
        form,
        back,
        List.of("CLAIM", "CORRECTION", "INTEREST", "REQUEST").contains(sort) ? sort : "",
        ProgramPages.name(Kind.of(form.value("kind")).orElse(null), form.id("entry"), snapshot),
        ProgramPages.name(Kind.NEED, form.id("need"), snapshot),
        made.stream().map(each -> Line.of(each, snapshot)).toList());
  }
}
