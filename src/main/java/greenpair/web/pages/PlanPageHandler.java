package greenpair.web.pages;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.plan.PlanPage;
import greenpair.pages.plan.PlanPartPage;
import greenpair.pages.plan.PlansPage;
import greenpair.pages.view.Form;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.input.Planner;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.http.RefusedException;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PartReplies;
import greenpair.web.plans.PlanCheckView;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.PlanView;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The pages of plans. Their forms are read by the same code as the bodies of the API.
public record PlanPageHandler(
    PageFrame frame,
    WriteEndpoint writing,
    PlanHandler plans,
    PartHandler parts,
    PartReplies answers,
    PlanLetters letters,
    LiveAnswerParts engines) {
  public static final String PATH = "/plans";
  private static final int SHOWN = 50;
  private static final int CITIES = 500;

  /// The browser reloads after this many seconds while a plan is being solved; no script is needed.
  private static final String AGAIN = "2";

  private Planner planner(Snapshot snapshot) {
    return engines.of(snapshot.configuration()).planner();
  }

  /// The plans; with `sort` and `from`, the form for a plan of that sort begins with what another
  /// plan has found.
  public void list(Context context) {
    String sort = Objects.requireNonNullElse(context.queryParam("sort"), "");
    String from = context.queryParam("from");
    list(context, sort, from == null ? Form.EMPTY : begun(plans.kept(context, from)));
  }

  private static Form begun(PlanHandler.Kept kept) {
    return switch (kept.made()) {
      case PlanResult.Cohort made ->
          new Form(
              Map.of(
                  "cities",
                  made.report().chosen().stream().map(each -> each.city().value()).toList()),
              List.of());
      case PlanResult.Pairs made -> Form.of(Map.of("pairs", kept.plan().id()));
      case PlanResult.Partners made -> Form.of(Map.of("plan", kept.plan().id()));
      case PlanResult.Meetings made -> Form.EMPTY;
      case null -> Form.EMPTY;
    };
  }

  private void list(Context context, String sort, Form form) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          Caller caller = Objects.requireNonNull(visit.member()).caller();
          return frame
              .pages()
              .page(
                  "plan/plans",
                  visit,
                  new PlansPage(
                      plans.newest(context, SHOWN),
                      caller.isAtLeast(Role.COORDINATOR),
                      caller.cities().stream().sorted().toList(),
                      snapshot.participants(CITIES),
                      planner(snapshot).settings(),
                      sort,
                      form),
                  snapshot);
        });
  }

  /// Requests a plan of that sort.
  public void ask(Context context, String sort) {
    PageForm form = PageForm.of(context);
    try {
      WriteEndpoint.Done done = writing.submit(context, PlanForm.body(form), plans.ordering(sort));
      String address = Objects.requireNonNull(done.location());
      PageForm.goOn(context, PATH + address.substring(address.lastIndexOf('/')));
    } catch (RefusedException e) {
      context.status(e.kind().status());
      if (form.value("keep").isEmpty()) {
        list(context, sort, form.again(e.faults()));
      } else {
        one(context, plans.kept(context, form.value("keep")), form.again(e.faults()));
      }
    }
  }

  public void one(Context context) {
    one(context, plans.kept(context), Form.EMPTY);
  }

  private void one(Context context, PlanHandler.Kept kept, Form form) {
    boolean isChecked = "1".equals(context.queryParam("check"));
    List<Text> findings =
        isChecked ? plans.check(kept).map(PlanCheckView::says).orElse(List.of()) : List.of();
    PlanView about = kept.about();
    if (about.progress() != null) {
      context.header("Refresh", AGAIN);
    }
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          PlanWords words = planner(snapshot).words(snapshot);
          PlanView.Progress progress = about.progress();
          return frame
              .pages()
              .page(
                  "plan/plan",
                  visit,
                  new PlanPage(
                      kept.plan(),
                      about.state(),
                      about.messages(),
                      progress == null
                          ? null
                          : new PlanPage.Progress(
                              words.step(progress.step()),
                              progress.part(),
                              progress.parts(),
                              progress.solved(),
                              progress.value(),
                              progress.bound()),
                      kept.asked(),
                      kept.made(),
                      kept.answers(),
                      findings,
                      words,
                      form),
                  snapshot);
        });
  }

  public void cancel(Context context) {
    change(context, plans::cancel);
  }

  public void share(Context context) {
    change(context, plans::share);
  }

  private void change(Context context, WriteEndpoint.RequestParser reading) {
    PageForm form = PageForm.of(context);
    PageForm.submit(
        context,
        () -> {
          var _ = writing.submit(context, form.body(), reading);
          return PATH + "/" + context.pathParam("id");
        },
        faults -> one(context, plans.kept(context), form.again(faults)));
  }

  public void part(Context context) {
    part(context, Form.EMPTY);
  }

  private void part(Context context, Form form) {
    Optional<PartHandler.Shown> found = parts.part(context);
    PartHandler.Shown shown = found.orElseThrow(NoPageException::new);
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          PlanView.Part part = shown.part();
          PlanView.Chosen chosen = part.cohort();
          return frame
              .pages()
              .page(
                  "plan/part",
                  visit,
                  new PlanPartPage(
                      shown.plan(),
                      part.city(),
                      chosen == null ? null : chosen.chosen(),
                      chosen == null ? null : chosen.why(),
                      part.pairs(),
                      part.partners(),
                      shown.agenda(),
                      shown.answers(),
                      parts.isOpen(part.about()),
                      planner(snapshot).words(snapshot),
                      form,
                      shown.letters(),
                      shown.isAnyLeft(),
                      shown.hasDrafts()),
                  snapshot);
        });
  }

  /// Drafts introductions of all partners of the part, and shows it with links to their letters.
  public void introduce(Context context) {
    letters(context, letters::add);
  }

  public void takeBack(Context context) {
    letters(context, letters::takeBack);
  }

  private void letters(Context context, WriteEndpoint.RequestParser work) {
    PageForm form = PageForm.of(context);
    String id = context.pathParam("id");
    String city = context.pathParam("city");
    var _ = writing.submit(context, form.body(), work);
    PageForm.goOn(context, PATH + "/" + id + "/cities/" + new EntryId(city));
  }

  public void answer(Context context) {
    PageForm form = PageForm.of(context);
    String id = context.pathParam("id");
    String city = context.pathParam("city");
    PageForm.submit(
        context,
        () -> {
          var _ = writing.submit(context, form.body(), answers::answer);
          return PATH + "/" + id + "/cities/" + new EntryId(city);
        },
        faults -> part(context, form.again(faults)));
  }
}
