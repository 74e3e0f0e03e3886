package greenpair.pages.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.pages.view.Rendering;
import greenpair.pages.view.Visit;
import greenpair.program.Contacts.Contact;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Outbox.OutgoingMail;
import greenpair.program.introduction.SavedLetters.SavedLetter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pages for programme data: pins, vetoes, notes and introductions.
public record ProgramPages(Rendering rendering, Recommender recommender) {
  private static final int SOLUTIONS = 10;

  /// The form for a pin, a veto or a note.
  ///
  /// @param form names `sort`, `city`, `need`, `kind` and `entry`
  public byte[] remark(Visit visit, Form form, String back, Snapshot snapshot) {
    String sort = form.value("sort").toUpperCase(Locale.ROOT);
    RemarkPage page =
        new RemarkPage(
            form,
            back,
            sort.equals("PIN") || sort.equals("VETO") ? sort : "NOTE",
            name(Kind.CITY, form.value("city"), snapshot),
            name(Kind.NEED, form.value("need"), snapshot),
            entry(form, "entry", snapshot));
    return rendering.page("program/remark", visit, page, snapshot);
  }

  /// The contact persons of an entry, with the form for a further one.
  ///
  /// @param form names `kind` and `entry`
  public byte[] contact(
      Visit visit, Form form, Kind kind, List<Contact> persons, String back, Snapshot snapshot) {
    Text name = known(entry(form, "entry", snapshot), form.value("entry"));
    return rendering.page(
        "program/contact", visit, new ContactPage(form, back, kind, name, persons), snapshot);
  }

  /// The form that begins an introduction.
  ///
  /// @param form names `city`, `need`, `kind` and `partner`
  public byte[] introduce(
      Visit visit,
      Form form,
      List<LetterDraft.Warning> warnings,
      String back,
      Snapshot snapshot,
      CallerView disclosure) {
    IntroductionPage page =
        new IntroductionPage(
            form,
            back,
            null,
            known(name(Kind.CITY, form.value("city"), snapshot), form.value("city")),
            name(Kind.NEED, form.value("need"), snapshot),
            known(entry(form, "partner", snapshot), form.value("partner")),
            reach(form, snapshot, disclosure),
            warnings,
            solutions(form, snapshot),
            Form.EMPTY,
            true);
    return rendering.page("program/introduction", visit, page, snapshot);
  }

  /// An introduction, with the form for what came next.
  public byte[] introduction(
      Visit visit,
      Introduction introduction,
      Form form,
      Form task,
      String back,
      Snapshot snapshot,
      CallerView disclosure) {
    EntryId need = introduction.need();
    IntroductionPage page =
        new IntroductionPage(
            form,
            back,
            introduction,
            named(Kind.CITY, introduction.city(), snapshot),
            need == null ? null : named(Kind.NEED, need, snapshot),
            named(introduction.kind(), introduction.partner(), snapshot),
            ContactWays.of(introduction.kind(), introduction.partner(), snapshot, disclosure),
            List.of(),
            List.of(),
            task,
            visit.mayChange(introduction.city()));
    return rendering.page("program/introduction", visit, page, snapshot);
  }

  /// The introductions by stage with the names of their cities and partners.
  public BoardPage board(BoardPage page, Snapshot snapshot) {
    Stream<Introduction> all = page.columns().stream().flatMap(each -> each.newest().stream());
    ProgramNotes names =
        new ProgramNotes(List.of(), Stream.concat(all, page.overdue().stream()).toList(), List.of())
            .named(snapshot);
    return new BoardPage(page.columns(), page.overdue(), page.today(), names);
  }

  /// The letter of an introduction.
  ///
  /// @param form the input; empty to start with the saved state
  /// @param mail the form for sending; null if no mail server is set
  /// @param notice the phrase for a change by another user while the form was open; empty for none
  public byte[] letter(
      Visit visit,
      Introduction introduction,
      LetterDraft draft,
      @Nullable SavedLetter saved,
      Form form,
      @Nullable Form mail,
      List<OutgoingMail> mails,
      String notice,
      Snapshot snapshot,
      CallerView disclosure) {
    Text subject = saved == null ? draft.subject() : saved.subject();
    Text body = saved == null ? draft.body() : saved.body();
    LetterPage page =
        new LetterPage(
            form.typed().isEmpty() ? letterForm(subject, body, saved) : form,
            introduction,
            named(introduction.kind(), introduction.partner(), snapshot),
            named(Kind.CITY, introduction.city(), snapshot),
            ContactWays.of(introduction.kind(), introduction.partner(), snapshot, disclosure),
            ContactWays.of(Kind.CITY, introduction.city(), snapshot, disclosure),
            subject,
            body,
            saved,
            draft.warnings(),
            draft.notes(),
            visit.mayChange(introduction.city()),
            mail,
            mails,
            notice);
    return rendering.page("program/letter", visit, page, snapshot);
  }

  private static Form letterForm(Text subject, Text body, @Nullable SavedLetter saved) {
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

  /// The solutions that are recommended for the need of a form; none if it names no need of the
  /// catalog.
  private List<Answer.Recommendation> solutions(Form form, Snapshot snapshot) {
    try {
      EntryId need = new EntryId(form.value("need"));
      EntryId city = new EntryId(form.value("city"));
      return recommender
          .recommend(RecommendationRequest.ofNeed(Kind.SOLUTION, city, need, SOLUTIONS), snapshot)
          .recommendations();
    } catch (IllegalArgumentException | NotFoundException e) {
      return List.of(); // The form says so when it is sent.
    }
  }

  public byte[] programme(Visit visit, ProgramNotes desk, Snapshot snapshot) {
    return rendering.page("program/programme", visit, desk.named(snapshot), snapshot);
  }

  private static Text named(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot.name(kind, id).orElse(new Text(id.value(), null));
  }

  private static @Nullable Text entry(Form form, String field, Snapshot snapshot) {
    return Kind.of(form.value("kind"))
        .map(kind -> name(kind, form.value(field), snapshot))
        .orElse(null);
  }

  private static @Nullable Text name(Kind kind, String id, Snapshot snapshot) {
    try {
      return snapshot.name(kind, new EntryId(id)).orElse(null);
    } catch (IllegalArgumentException e) {
      return null; // No entry can have such an id; the form says so when it is sent.
    }
  }

  private static ContactWays reach(Form form, Snapshot snapshot, CallerView disclosure) {
    try {
      EntryId partner = new EntryId(form.value("partner"));
      return Kind.of(form.value("kind"))
          .map(kind -> ContactWays.of(kind, partner, snapshot, disclosure))
          .orElse(ContactWays.UNKNOWN);
    } catch (IllegalArgumentException e) {
      return ContactWays.UNKNOWN; // No entry can have such an id; the form says so when it is sent.
    }
  }

  private static Text known(@Nullable Text name, String id) {
    return name != null ? name : new Text(id.isBlank() ? "?" : id, null);
  }

  /// The form for a pin, a veto or a note.
  ///
  /// @param sort one of the words of [greenpair.program.Remarks.Remark.Sort] in capitals
  /// @param city null for a remark about an entry in general
  /// @param need null for the whole city
  /// @param entry null for a note about the city or the need itself
  public record RemarkPage(
      Form form,
      String back,
      String sort,
      @Nullable Text city,
      @Nullable Text need,
      @Nullable Text entry) {}

  /// The contact persons of a partner or a city, with the form for another one.
  ///
  /// @param persons newest first
  public record ContactPage(Form form, String back, Kind kind, Text entry, List<Contact> persons) {}

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
}
