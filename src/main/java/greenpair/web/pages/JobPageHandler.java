package greenpair.web.pages;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import greenpair.job.Job;
import greenpair.job.Jobs;
import greenpair.pages.program.DataPage;
import greenpair.pages.program.JobPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.access.Role;
import greenpair.web.http.RefusedException;
import greenpair.web.jobs.JobHandler;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.WriteEndpoint;
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
    WriteEndpoint writing) {
  public static final String PATH = "/registries";
  private static final int SHOWN = 30;

  public void show(Context context) {
    show(context, Form.EMPTY, Form.EMPTY);
  }

  private void show(Context context, Form reindex, Form rollBack) {
    frame.showFresh(
        context,
        (visit, query, snapshot) ->
            frame
                .pages()
                .page("data/data", visit, page(visit, snapshot, reindex, rollBack), snapshot));
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
        live.refusals(),
        frame.faults(),
        jobs.known(),
        visit.member() == null ? List.of() : jobs.list("", SHOWN),
        mayRun(visit),
        reindex,
        rollBack);
  }

  private static boolean mayRun(Visit visit) {
    return visit.member() != null && visit.member().caller().isAtLeast(Role.OPERATOR);
  }

  private static boolean seesRows(Visit visit) {
    return visit.member() != null && visit.member().caller().isAtLeast(Role.COORDINATOR);
  }

  public void job(Context context) {
    Job job = jobs.find(context.pathParam("id")).orElseThrow(NoPageException::new);
    frame.showFresh(
        context,
        (visit, query, snapshot) ->
            frame
                .pages()
                .page(
                    "data/job", visit, new JobPage(job, mayRun(visit), seesRows(visit)), snapshot));
  }

  public void reindex(Context context) {
    PageForm form = PageForm.of(context);
    try {
      var _ = writing.submit(context, form.body(), handler::reindex);
      PageForm.goOn(context, PATH);
    } catch (RefusedException e) {
      context.status(e.kind().status());
      show(context, form.again(e.faults()), Form.EMPTY);
    }
  }

  public void rollBack(Context context) {
    PageForm form = PageForm.of(context);
    try {
      var _ = writing.submit(context, form.body(), handler::rollBack);
      PageForm.goOn(context, PATH);
    } catch (RefusedException e) {
      context.status(e.kind().status());
      show(context, Form.EMPTY, form.again(e.faults()));
    }
  }

  public void cancel(Context context) {
    var _ = writing.submit(context, PageForm.empty(), handler::cancel);
    PageForm.goOn(context, PATH);
  }
}
