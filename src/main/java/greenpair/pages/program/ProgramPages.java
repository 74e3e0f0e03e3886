package greenpair.pages.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.program.Contacts.Contact;
import greenpair.program.introduction.Introduction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Pages for programme data: pins, vetoes, notes, contact persons and introductions. A form may
/// name what no entry can be called; it says so when it is sent.
public final class ProgramPages {
  private static final int SOLUTIONS = 10;

  private ProgramPages() {}

  private static @Nullable Kind kind(Form form) {
    return Kind.of(form.value("kind")).orElse(null);
  }

  /// The form for a pin, a veto or a note.
  ///
  /// @param sort one of the words of [greenpair.program.Remarks.Remark.Sort] in capitals
  public record RemarkPage(Form form, String back, String sort) {
    /// A page whose form names what the remark is about.
    ///
    /// @param form names `sort`, `city`, `need`, `kind` and `entry`
    public static RemarkPage of(Form form, String back) {
      String sort = form.value("sort").toUpperCase(Locale.ROOT);
      return new RemarkPage(form, back, sort.equals("PIN") || sort.equals("VETO") ? sort : "NOTE");
    }
  }

  /// The contact persons of a partner or a city, with the form for another one.
  ///
  /// @param persons newest first
  /// @param form names `kind` and `entry`
  public record ContactPage(Form form, String back, Kind kind, List<Contact> persons) {}

  /// One introduction: the form that starts it, or its progress with the form for the next step.
  ///
  /// @param introduction null while it begins
  /// @param warnings what to know before it is made; none for one that was
  /// @param solutions that are recommended for the need, to propose one of them
  /// @param isOpen whether the caller may continue it
  public record IntroductionPage(
      Form form,
      String back,
      @Nullable Introduction introduction,
      ContactWays reach,
      List<LetterDraft.Warning> warnings,
      List<Answer.Recommendation> solutions,
      Form task,
      boolean isOpen) {
    public IntroductionPage {
      warnings = List.copyOf(warnings);
      solutions = List.copyOf(solutions);
    }

    /// The form that begins one.
    ///
    /// @param form names `city`, `need`, `kind` and `partner`
    public static IntroductionPage begun(
        Form form,
        List<LetterDraft.Warning> warnings,
        String back,
        Recommender recommender,
        Snapshot snapshot,
        CallerView disclosure) {
      Kind kind = kind(form);
      EntryId partner = form.id("partner");
      return new IntroductionPage(
          form,
          back,
          null,
          kind == null || partner == null
              ? ContactWays.UNKNOWN
              : ContactWays.of(kind, partner, snapshot, disclosure),
          warnings,
          solutions(form, recommender, snapshot),
          Form.EMPTY,
          true);
    }

    /// The solutions that are recommended for the need of a form; none if it names no need of the
    /// catalog.
    private static List<Answer.Recommendation> solutions(
        Form form, Recommender recommender, Snapshot snapshot) {
      EntryId need = form.id("need");
      EntryId city = form.id("city");
      if (need == null || city == null) {
        return List.of();
      }
      try {
        return recommender
            .recommend(RecommendationRequest.ofNeed(Kind.SOLUTION, city, need, SOLUTIONS), snapshot)
            .recommendations();
      } catch (NotFoundException e) {
        return List.of(); // The form says so when it is sent.
      }
    }
  }
}
