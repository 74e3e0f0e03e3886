package greenpair.pages.program;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.pages.program.LetterWriter.LetterDraft;
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
/// @param typed the input; empty to start with the saved state
/// @param saved null for a draft
/// @param notice the phrase for a change by another user while the form was open; empty for none
public record LetterPage(
    Form typed,
    Introduction introduction,
    LetterDraft draft,
    @Nullable SavedLetter saved,
    ContactWays partnerReach,
    ContactWays cityReach,
    boolean isOpen,
    String notice) {
  public Text subject() {
    return saved == null ? draft.subject() : saved.subject();
  }

  public Text body() {
    return saved == null ? draft.body() : saved.body();
  }

  /// The form, with names `subject.en`, `subject.zh`, `body.en`, `body.zh`, `confirm` and `number`.
  public Form form() {
    if (!typed.typed().isEmpty()) {
      return typed;
    }
    return new Form(
        Map.of(
            "subject.en",
            List.of(subject().best(Language.EN)),
            "subject.zh",
            List.of(subject().best(Language.ZH)),
            "body.en",
            List.of(body().best(Language.EN)),
            "body.zh",
            List.of(body().best(Language.ZH)),
            "confirm",
            saved == null ? List.of() : List.copyOf(saved.confirmed()),
            "number",
            List.of(Integer.toString(saved == null ? 0 : saved.number()))),
        List.of());
  }

  /// Whether every warning was confirmed when it was saved.
  public boolean isReady() {
    return saved != null
        && draft.warnings().stream().allMatch(each -> saved.confirmed().contains(each.code()));
  }

  public boolean isConfirmed(LetterDraft.Warning warning) {
    return form().holds("confirm", warning.code());
  }

  /// An address that opens the letter in a mail program, without a recipient.
  public String mailto(Language language) {
    return "mailto:?subject="
        + ViewLinks.encoded(subject().best(language))
        + "&body="
        + ViewLinks.encoded(body().best(language).replace("\n", "\r\n"));
  }
}
