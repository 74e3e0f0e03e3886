package greenpair.web;

import greenpair.web.auth.Access;
import greenpair.web.jobs.JobEvents;
import greenpair.web.jobs.JobHandler;
import io.javalin.http.HandlerType;
import java.util.List;

/// The addresses of jobs. Signed-in users may follow them; operators start and cancel them.
record JobRoutes(JobHandler jobs, JobEvents events) {
  List<Routes.Route> all() {
    return List.of(
        new Routes.Route(HandlerType.POST, "/api/v1/reindex", Access.OPERATE, jobs::reindex),
        new Routes.Route(HandlerType.POST, "/api/v1/rollback", Access.OPERATE, jobs::rollBack),
        new Routes.Route(HandlerType.GET, "/api/v1/jobs", Access.MEMBER, jobs::list),
        new Routes.Route(HandlerType.GET, "/api/v1/jobs/{id}", Access.MEMBER, jobs::one),
        new Routes.Route(
            HandlerType.GET, "/api/v1/jobs/{id}/events", Access.MEMBER, events::listen),
        new Routes.Route(
            HandlerType.POST, "/api/v1/jobs/{id}/cancel", Access.OPERATE, jobs::cancel),
        new Routes.Route(HandlerType.GET, "/api/v1/rejects/{name}", Access.OPERATE, jobs::rejects));
  }
}
