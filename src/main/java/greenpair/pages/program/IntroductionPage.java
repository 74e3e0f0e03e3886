package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.match.reason.Answer;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.program.introduction.Introduction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One introduction: the form that starts it, or its progress with the form for the next step.
///
/// @param introduction null while it begins
/// @param need null for the whole city
/// @param warnings what to know before it is made; none for one that was
/// @param solutions that are recommended for the need, to propose one of them
/// @param isOpen whether the caller may continue it
public record IntroductionPage(
    Form form,
    String back,
    @Nullable Introduction introduction,
    Text city,
    @Nullable Text need,
    Text partner,
    ContactWays reach,
    List<LetterDraft.Warning> warnings,
    List<Answer.Recommendation> solutions,
    Form task,
    boolean isOpen) {
  public IntroductionPage {
    warnings = List.copyOf(warnings);
    solutions = List.copyOf(solutions);
  }
}
