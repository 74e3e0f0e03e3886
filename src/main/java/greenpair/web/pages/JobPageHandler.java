package greenpair.web.pages;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import greenpair.job.Job;
import greenpair.job.Jobs;
import greenpair.message.Message;
import greenpair.pages.program.DataPage;
import greenpair.pages.program.DataPage.JobPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.jobs.JobHandler;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;

/// The page of registries, generations and jobs. Its forms are read by the same code as the API's
/// bodies.
public record JobPageHandler(
    PageFrame frame,
    LiveIndex live,
    GenerationStore store,
    Jobs jobs,
    JobHandler handler,
    PageForms forms) {
  private static final String PATH = "/registries";
  private static final int SHOWN = 30;

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.READ, context -> show(context, Form.EMPTY, Form.EMPTY)),
        forms.form(
            PATH + "/reindex",
            Access.OPERATE,
            handler::reindex,
            context -> PATH,
            (context, form, isStale) -> show(context, form, Form.EMPTY)),
        forms.form(
            PATH + "/rollback",
            Access.OPERATE,
            handler::rollBack,
            context -> PATH,
            (context, form, isStale) -> show(context, Form.EMPTY, form)),
        Route.get(PATH + "/jobs/{id}", Access.MEMBER, this::job),
        forms.button(PATH + "/jobs/{id}/cancel", Access.OPERATE, handler::cancel, context -> PATH));
  }

  private void show(Context context, Form reindex, Form rollBack) {
    frame.showRecord(
        context, "data/data", (visit, query, snapshot) -> page(visit, snapshot, reindex, rollBack));
  }

  private DataPage page(Visit visit, Snapshot snapshot, Form reindex, Form rollBack) {
    List<Manifest> generations = store.list();
    return new DataPage(
        snapshot.manifest(),
        snapshot.configuration(),
        generations,
        generations.stream()
            .map(Manifest::id)
            .filter(store::isUnpublished)
            .collect(Collectors.toSet()),
        generations.stream()
            .map(Manifest::id)
            .filter(id -> !store.isFinished(id))
            .collect(Collectors.toSet()),
        live.refusals().stream().map(Message::text).toList(),
        frame.faults(),
        jobs.known(),
        visit.member() == null ? List.of() : jobs.list("", SHOWN),
        mayRun(visit),
        reindex,
        rollBack);
  }

  private static boolean mayRun(Visit visit) {
    return isAtLeast(visit, Role.OPERATOR);
  }

  private static boolean isAtLeast(Visit visit, Role role) {
    return visit.member() != null && visit.member().caller().isAtLeast(role);
  }

  private void job(Context context) {
    Job job = jobs.find(context.pathParam("id")).orElseThrow(NoPageException::new);
    frame.showRecord(
        context,
        "data/job",
        (visit, query, snapshot) ->
            new JobPage(job, mayRun(visit), isAtLeast(visit, Role.COORDINATOR)));
  }
}
