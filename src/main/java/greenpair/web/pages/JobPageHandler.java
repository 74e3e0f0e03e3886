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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
  private static final JsonMapper MAPPER = JsonMapper.shared();

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
    ObjectNode body = texts(form, "max_rejects", "since", "reason");
    List<String> sources = form.values("sources");
    if (!sources.isEmpty()) {
      ArrayNode names = body.putArray("sources");
      sources.forEach(names::add);
    }
    for (String flag : List.of("incremental", "force")) {
      if (!form.value(flag).isEmpty()) {
        body.put(flag, true);
      }
    }
    try {
      var _ = writing.submitPlain(context, handler.reindexing(body));
      PageForm.goOn(context, PATH);
    } catch (RefusedException e) {
      context.status(e.kind().status());
      show(context, form.again(e.faults()), Form.EMPTY);
    }
  }

  public void rollBack(Context context) {
    PageForm form = PageForm.of(context);
    try {
      var _ =
          writing.submitPlain(context, handler.rollingBack(texts(form, "generation", "reason")));
      PageForm.goOn(context, PATH);
    } catch (RefusedException e) {
      context.status(e.kind().status());
      show(context, Form.EMPTY, form.again(e.faults()));
    }
  }

  private static ObjectNode texts(PageForm form, String... names) {
    ObjectNode body = MAPPER.createObjectNode();
    for (String name : names) {
      if (!form.value(name).isEmpty()) {
        body.put(name, form.value(name));
      }
    }
    return body;
  }

  public void cancel(Context context) {
    var _ = writing.submitPlain(context, handler.cancelling(context.pathParam("id")));
    PageForm.goOn(context, PATH);
  }
}
