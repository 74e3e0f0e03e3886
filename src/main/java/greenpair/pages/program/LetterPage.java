package greenpair.pages.program;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.pages.view.ViewLinks;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.SavedLetters.SavedLetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The letter of an introduction, to read, print, copy and change.
///
/// @param form names `subject.en`, `subject.zh`, `body.en`, `body.zh`, `confirm` and `number`
/// @param saved null for a draft
/// @param notes what the sender should know and the letter does not say
/// @param notice the phrase for a change by another user while the form was open; empty for none
public record LetterPage(
    Form form,
    Introduction introduction,
    ContactWays partnerReach,
    ContactWays cityReach,
    Text subject,
    Text body,
    @Nullable SavedLetter saved,
    List<LetterDraft.Warning> warnings,
    List<Text> notes,
    boolean isOpen,
    String notice) {
  /// The page with the form of a letter.
  ///
  /// @param typed the input; empty to start with the saved state
  public static LetterPage of(
      Introduction introduction,
      LetterDraft draft,
      @Nullable SavedLetter saved,
      Form typed,
      boolean isOpen,
      String notice,
      Snapshot snapshot,
      CallerView disclosure) {
    Text subject = saved == null ? draft.subject() : saved.subject();
    Text body = saved == null ? draft.body() : saved.body();
    return new LetterPage(
        typed.typed().isEmpty() ? form(subject, body, saved) : typed,
        introduction,
        ContactWays.of(introduction.kind(), introduction.partner(), snapshot, disclosure),
        ContactWays.of(Kind.CITY, introduction.city(), snapshot, disclosure),
        subject,
        body,
        saved,
        draft.warnings(),
        draft.notes(),
        isOpen,
        notice);
  }

  private static Form form(Text subject, Text body, @Nullable SavedLetter saved) {
    return new Form(
        Map.of(
            "subject.en",
            List.of(subject.best(Language.EN)),
            "subject.zh",
            List.of(subject.best(Language.ZH)),
            "body.en",
            List.of(body.best(Language.EN)),
            "body.zh",
            List.of(body.best(Language.ZH)),
            "confirm",
            saved == null ? List.of() : List.copyOf(saved.confirmed()),
            "number",
            List.of(Integer.toString(saved == null ? 0 : saved.number()))),
        List.of());
  }

  /// Whether every warning was confirmed when it was saved.
  public boolean isReady() {
    return saved != null
        && warnings.stream().allMatch(each -> saved.confirmed().contains(each.code()));
  }

  public boolean isConfirmed(LetterDraft.Warning warning) {
    return form.holds("confirm", warning.code());
  }

  /// An address that opens the letter in a mail program, without a recipient.
  public String mailto(Language language) {
    return "mailto:?subject="
        + ViewLinks.encoded(subject.best(language))
        + "&body="
        + ViewLinks.encoded(body.best(language).replace("\n", "\r\n"));
  }
}
