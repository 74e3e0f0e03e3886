package greenpair.web.pages;

import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.program.SubmissionPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.Submissions.Submission;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.SubmissionHandler;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Objects;

/// The pages on which firms and cities send submissions, and coordinators answer them.
public record SubmissionPageHandler(
    PageForms forms, ReadEndpoint reading, SubmissionHandler submissions) {
  private static final String PATH = "/submissions";
  private static final int SHOWN = 200;

  public List<Route> routes() {
    String one = PATH + "/{id}";
    return List.of(
        Route.get(PATH, Access.READ, context -> forms.begin(context, list(context))),
        Route.post(
            PATH,
            Access.READ,
            context ->
                forms.submit(
                    context,
                    submissions.add(context),
                    done -> Objects.requireNonNull(done.location()).replaceFirst("^/api/v1", ""),
                    list(context))),
        Route.get(one, Access.READ, context -> forms.begin(context, one(context))),
        Route.post(
            one + "/answer",
            Access.COORDINATE,
            context -> forms.submit(context, submissions::answer, one(context))),
        Route.post(
            one + "/withdraw",
            Access.READ,
            context ->
                forms.press(context, submissions::withdraw, PATH + "/" + context.pathParam("id"))));
  }

  private PageForms.Showing list(Context context) {
    return (visit, form, back, snapshot) ->
        new Content(
            "program/submissions",
            SubmissionPage.of(
                form,
                back,
                submissions.of(
                    context,
                    Kind.of(form.value("kind")).orElse(null),
                    form.id("entry"),
                    form.id("need"),
                    SHOWN),
                snapshot));
  }

  private PageForms.Showing one(Context context) {
    context.header(Header.CACHE_CONTROL, "private, no-store");
    Submission found = reading.found(context, SubmissionHandler::find);
    return (Visit visit, Form form, String back, Snapshot snapshot) ->
        new Content("program/submission", SubmissionPage.of(form, back, List.of(found), snapshot));
  }
}
