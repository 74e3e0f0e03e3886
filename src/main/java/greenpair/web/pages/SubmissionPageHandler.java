package greenpair.web.pages;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.program.SubmissionPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.Submissions.Submission;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
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
        forms.page(PATH, Access.READ, this::list),
        Route.post(PATH, Access.READ, this::add),
        forms.page(one, Access.READ, this::one),
        forms.form(one + "/answer", Access.COORDINATE, submissions::answer, this::one),
        forms.button(
            one + "/withdraw",
            Access.READ,
            submissions::withdraw,
            context -> PATH + "/" + context.pathParam("id")));
  }

  private void add(Context context) {
    forms.submit(
        context,
        () -> PageForm.of(context).body(),
        submissions.add(context),
        done -> Objects.requireNonNull(done.location()).replaceFirst("^/api/v1", ""),
        forms.again(this::list));
  }

  private Content list(Context context, Visit visit, Form form, String back, Snapshot snapshot) {
    var _ = PageQuery.of(context).choice("sort", Word.all(Submission.Sort.values()));
    List<Submission> made =
        submissions.of(
            context,
            Kind.of(form.value("kind")).orElse(null),
            form.id("entry"),
            form.id("need"),
            SHOWN);
    return new Content("program/submissions", SubmissionPage.of(form, back, made));
  }

  private Content one(Context context, Visit visit, Form form, String back, Snapshot snapshot) {
    context.header(Header.CACHE_CONTROL, "private, no-store");
    Submission found = reading.found(context, SubmissionHandler::find);
    return new Content("program/submission", SubmissionPage.of(form, back, List.of(found)));
  }
}
