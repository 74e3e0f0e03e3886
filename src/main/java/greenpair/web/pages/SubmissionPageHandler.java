package greenpair.web.pages;

import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.program.SubmissionPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.Submissions;
import greenpair.program.Submissions.Submission;
import greenpair.program.Submissions.Submission.State;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageForm;
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
        Route.post(PATH, Access.READ, this::add),
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

  /// Goes on to the page of what was sent.
  private void add(Context context) {
    PageForm typed = PageForm.of(context);
    forms.submit(
        context,
        typed.body(),
        submissions.add(context),
        done -> Objects.requireNonNull(done.location()).replaceFirst("^/api/v1", ""),
        (form, isStale) ->
            forms
                .frame()
                .showFresh(
                    context,
                    (visit, query, snapshot) ->
                        list(context).show(visit, form, typed.back(), snapshot)));
  }

  private PageForms.Showing list(Context context) {
    return (visit, form, back, snapshot) ->
        new Content(
            "program/submissions",
            SubmissionPage.of(
                form,
                back,
                of(context, form, State.OFFERED),
                of(context, form, State.ACCEPTED),
                snapshot));
  }

  private List<Submission> of(Context context, Form form, State state) {
    Kind kind = Kind.of(form.value("kind")).orElse(null);
    return submissions.of(
        context,
        new Submissions.Selection(null, state, kind, form.id("entry"), null, form.id("need")),
        SHOWN);
  }

  private PageForms.Showing one(Context context) {
    context.header(Header.CACHE_CONTROL, "private, no-store");
    Submission found = reading.found(context, SubmissionHandler::find);
    return (Visit visit, Form form, String back, Snapshot snapshot) ->
        new Content(
            "program/submission",
            SubmissionPage.of(form, back, List.of(found), List.of(), snapshot));
  }
}
