package greenpair.web.pages;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.program.BoardPage;
import greenpair.pages.program.LetterDraft;
import greenpair.pages.program.ProgramPages;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.web.auth.Guard;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageDisclosure;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.IntroductionHandler;
import greenpair.web.program.IntroductionWriter;
import greenpair.web.program.LetterHandler;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.RemarkHandler;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// The pages on which the people of the programme write: pins, vetoes, notes and introductions.
/// They are read and checked by the same code as in the API.
public record ProgramPageHandler(
    PageFrame frame,
    PageForms forms,
    ProgramNotesReader desks,
    ReadEndpoint reading,
    RemarkHandler remarks,
    IntroductionHandler introductions,
    IntroductionWriter writer,
    LetterHandler letters,
    PageDisclosure seeing) {
  private static final int SHOWN = 50;

  /// Introductions of each stage in a table.
  private static final int LISTED = 10_000;

  private ProgramPages pages() {
    return frame.pages().programme();
  }

  public void overview(Context context) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> pages().programme(visit, desks.all(context), snapshot));
  }

  public void newRemark(Context context) {
    forms.begin(context, this::remark);
  }

  public void addRemark(Context context) {
    forms.submit(context, remarks::add, this::remark);
  }

  private byte[] remark(Visit visit, Form form, String back, Snapshot snapshot) {
    allow(visit, form);
    return pages().remark(visit, form, back, snapshot);
  }

  public void withdrawRemark(Context context) {
    forms.submit(context, remarks::withdraw, ProgramPageHandler::missing);
  }

  private static byte[] missing(Visit visit, Form form, String back, Snapshot snapshot) {
    throw new NoPageException();
  }

  public void newIntroduction(Context context) {
    forms.begin(context, introducing(context));
  }

  public void addIntroduction(Context context) {
    forms.submit(context, writer::add, introducing(context));
  }

  private PageForms.Showing introducing(Context context) {
    return (visit, form, back, snapshot) -> {
      allow(visit, form);
      return seeing.page(
          context,
          snapshot,
          view ->
              pages()
                  .introduce(visit, form, warnings(context, form, snapshot), back, snapshot, view));
    };
  }

  /// What to know before the introduction of a form is made; nothing if it names no pair.
  private List<LetterDraft.Warning> warnings(Context context, Form form, Snapshot snapshot) {
    EntryId city = PageFrame.id(form.value("city"));
    EntryId partner = PageFrame.id(form.value("partner"));
    Kind kind = Kind.of(form.value("kind")).orElse(null);
    if (city == null || partner == null || kind == null || !kind.isPartner()) {
      return List.of();
    }
    Introduction about =
        new Introduction(
            0,
            "",
            city,
            PageFrame.id(form.value("need")),
            kind,
            partner,
            new Stamp("", Instant.EPOCH),
            List.of());
    return letters.warnings(context, about, snapshot);
  }

  private PageForms.Showing showing(
      Context context, Introduction found, UnaryOperator<Form> step, UnaryOperator<Form> task) {
    return (visit, form, back, snapshot) ->
        seeing.page(
            context,
            snapshot,
            view ->
                pages()
                    .introduction(
                        visit, found, step.apply(form), task.apply(form), back, snapshot, view));
  }

  public void introduction(Context context) {
    Introduction found = found(context);
    forms.begin(context, showing(context, found, form -> form, form -> task(found)));
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

  public void assign(Context context) {
    Introduction found = found(context);
    forms.submit(
        context, writer::assign, showing(context, found, form -> Form.EMPTY, form -> form));
  }

  public void step(Context context) {
    Introduction found = found(context);
    forms.submit(context, writer::step, showing(context, found, form -> form, form -> task(found)));
  }

  public void withdrawStep(Context context) {
    Introduction found = found(context);
    forms.submit(
        context, writer::withdraw, showing(context, found, form -> form, form -> task(found)));
  }

  /// The introductions by stage.
  public void board(Context context) {
    if (frame.sendsTable(
        context,
        (opened, snapshot) -> {
          BoardPage all = pages().board(introductions.board(context, LISTED), snapshot);
          reading.exported(context);
          return frame.pages().boardTable(opened.visit(), all, snapshot);
        })) {
      return;
    }
    BoardPage shown = introductions.board(context, SHOWN);
    frame.showFresh(
        context,
        (visit, query, snapshot) ->
            frame.pages().page("program/board", visit, pages().board(shown, snapshot), snapshot));
  }

  private Introduction found(Context context) {
    return reading.found(context, IntroductionHandler::find);
  }

  /// Refuses a form whose sending would be refused: what belongs to another's city.
  private static void allow(Visit visit, Form form) {
    EntryId city = PageFrame.id(form.value("city"));
    if (!Objects.requireNonNull(visit.member()).caller().mayChange(city)) {
      throw Guard.forbidden();
    }
  }
}
