package greenpair.web;

import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;

import greenpair.web.auth.Access;
import greenpair.web.jobs.JobEvents;
import greenpair.web.jobs.JobHandler;
import java.util.List;

/// The addresses of jobs. Signed-in users may follow them; operators start and cancel them.
record JobRoutes(JobHandler jobs, JobEvents events) {
  List<Routes.Route> all() {
    return List.of(
        post("/api/v1/reindex", Access.OPERATE, jobs::reindex),
        post("/api/v1/rollback", Access.OPERATE, jobs::rollBack),
        get("/api/v1/jobs", Access.MEMBER, jobs::list),
        get("/api/v1/jobs/{id}", Access.MEMBER, jobs::one),
        get("/api/v1/jobs/{id}/events", Access.MEMBER, events::listen),
        post("/api/v1/jobs/{id}/cancel", Access.OPERATE, jobs::cancel),
        get("/api/v1/rejects/{name}", Access.OPERATE, jobs::rejects));
  }
}
