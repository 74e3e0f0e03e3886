package greenpair.web.pages;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.program.LetterPage;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.pages.program.ProgramPages.IntroductionPage;
import greenpair.pages.program.ProgramPages.RemarkPage;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.Remarks.Remark;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.program.IntroductionHandler;
import greenpair.web.program.IntroductionWriter;
import greenpair.web.program.LetterDrafts;
import greenpair.web.program.LetterHandler;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.RemarkHandler;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;

/// The pages on which the people of the programme write: pins, vetoes, notes and introductions.
/// They are read and checked by the same code as in the API.
public record ProgramPageHandler(
    PageForms forms,
    ProgramNotesReader notesReader,
    ReadEndpoint reading,
    RemarkHandler remarks,
    IntroductionHandler introductions,
    IntroductionWriter writer,
    LetterHandler letters,
    EntryDisclosure disclosure) {
  private static final int SHOWN = 50;

  public List<Route> routes() {
    String one = "/introductions/{id}";
    return List.of(
        Route.get(
            "/programme",
            Access.MEMBER,
            context ->
                forms.show(
                    context,
                    "program/programme",
                    (visit, query, snapshot) -> notesReader.all(context))),
        forms.page("/remarks", Access.EDIT, this::remark),
        forms.form("/remarks", Access.EDIT, remarks::add, this::remark),
        forms.button("/remarks/{id}/withdraw", Access.EDIT, remarks::withdraw, PageForm::backOf),
        forms.page("/introductions", Access.EDIT, this::introducing),
        forms.form("/introductions", Access.EDIT, writer::add, this::introducing),
        forms.page(one, Access.MEMBER, showing(true)),
        step(one, writer::step, true),
        step(one + "/steps/{number}/withdraw", writer::withdraw, true),
        step(one + "/task", writer::assign, false),
        Route.get(one + "/letter", Access.MEMBER, context -> letter(context, Form.EMPTY, "")),
        forms.form(
            one + "/letter",
            Access.EDIT,
            letters::save,
            context -> "/introductions/" + context.pathParam("id") + "/letter",
            (context, form, isStale) -> letter(context, form, isStale ? "letter.stale" : "")),
        Route.get("/board", Access.MEMBER, this::board));
  }

  /// @param isStep whether the form is that of a step, else that of the task
  private Route step(String path, WriteEndpoint.RequestParser parser, boolean isStep) {
    return forms.form(path, Access.EDIT, parser, showing(isStep));
  }

  private Content remark(Context context, Visit visit, Form form, String back, Snapshot snapshot) {
    allow(visit, form);
    var _ = PageQuery.of(context).choice("sort", Word.all(Remark.Sort.values()));
    if (form.value("city").isEmpty() && form.value("entry").isEmpty()) {
      throw new NoPageException(); // The form has no field to name it.
    }
    return new Content("program/remark", RemarkPage.of(form, back));
  }

  private Content introducing(
      Context context, Visit visit, Form form, String back, Snapshot snapshot) {
    allow(visit, form);
    if (form.value("city").isEmpty() || form.value("partner").isEmpty()) {
      throw new NoPageException();
    }
    List<LetterDraft.Warning> warnings = warnings(context, form, snapshot);
    return introduction(
        context,
        snapshot,
        view ->
            IntroductionPage.begun(
                form,
                warnings,
                back,
                forms.frame().answerParts().recommender(snapshot),
                snapshot,
                view));
  }

  private Content introduction(
      Context context, Snapshot snapshot, Function<CallerView, IntroductionPage> making) {
    return new Content("program/introduction", disclosure.page(context, snapshot, making));
  }

  /// What to know before the introduction of a form is made; nothing if it names no pair.
  private List<LetterDraft.Warning> warnings(Context context, Form form, Snapshot snapshot) {
    EntryId city = form.id("city");
    EntryId partner = form.id("partner");
    Kind kind = Kind.of(form.value("kind")).orElse(null);
    if (city == null || partner == null || kind == null || !kind.isPartner()) {
      return List.of();
    }
    Introduction about =
        new Introduction(
            0, "", city, form.id("need"), kind, partner, new Stamp("", Instant.EPOCH), List.of());
    return letters.warnings(context, about, snapshot);
  }

  private PageForms.Showing showing(boolean isStep) {
    return (context, visit, form, back, snapshot) -> {
      Introduction found = reading.found(context, IntroductionHandler::find);
      return introduction(
          context,
          snapshot,
          view ->
              new IntroductionPage(
                  isStep ? form : Form.EMPTY,
                  back,
                  found,
                  ContactWays.of(found.kind(), found.partner(), snapshot, view),
                  List.of(),
                  List.of(),
                  isStep ? task(found) : form,
                  visit.mayChange(found.city())));
    };
  }

  /// The form for the current task: next step, responsible person, due date.
  private static Form task(Introduction introduction) {
    Introduction.Task task = introduction.task();
    return task == null
        ? Form.EMPTY
        : Form.of(
            Map.of(
                "responsible",
                task.responsible(),
                "due",
                task.due() == null ? "" : task.due().toString(),
                "action",
                task.action()));
  }

  /// A letter. A form that conflicts with another user's change is shown again with a notice.
  private void letter(Context context, Form form, String notice) {
    LetterDrafts.LetterBasis basis = letters.kept(context);
    Introduction about = basis.introduction();
    forms.show(
        context,
        "program/letter",
        (visit, query, snapshot) ->
            disclosure.page(
                context,
                snapshot,
                view ->
                    new LetterPage(
                        form,
                        about,
                        letters.drafts().draft(basis, snapshot),
                        basis.saved(),
                        ContactWays.of(about.kind(), about.partner(), snapshot, view),
                        ContactWays.of(Kind.CITY, about.city(), snapshot, view),
                        visit.mayChange(about.city()),
                        notice)));
  }

  /// The introductions by stage.
  private void board(Context context) {
    forms.show(
        context, "program/board", (visit, query, snapshot) -> introductions.board(context, SHOWN));
  }

  /// Refuses a form whose sending would be refused: what belongs to another's city.
  private static void allow(Visit visit, Form form) {
    EntryId city = form.id("city");
    if (!Objects.requireNonNull(visit.member()).caller().mayChange(city)) {
      throw Guard.forbidden();
    }
  }
}
