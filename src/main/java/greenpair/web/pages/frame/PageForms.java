package greenpair.web.pages.frame;

import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.database.ConflictException;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// The frame of every form of a page: executes it and redirects to a GET, or shows it again with
/// all errors and all input.
public record PageForms(PageFrame frame, WriteEndpoint writing) {
  public interface Showing {
    Content show(Visit visit, Form form, String back, Snapshot snapshot);
  }

  /// Shows a form with initial values from the address.
  public void begin(Context context, Showing showing) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          Form form = new Form(query.given(), List.of());
          return showing.show(visit, form, PageForm.back(form.value("back")), snapshot);
        });
  }

  public void submit(Context context, WriteEndpoint.RequestParser reading, Showing showing) {
    String back = PageForm.of(context).back();
    submit(context, reading, done -> back, showing);
  }

  /// The same, going on to another page.
  public void submit(
      Context context,
      WriteEndpoint.RequestParser reading,
      Function<WriteEndpoint.Done, String> next,
      Showing showing) {
    PageForm typed = PageForm.of(context);
    String back = typed.back();
    submit(
        context,
        typed.body(),
        reading,
        next,
        (form, isStale) ->
            frame.showFresh(
                context, (visit, query, snapshot) -> showing.show(visit, form, back, snapshot)));
  }

  /// Shows a form again with all that was typed.
  public interface Again {
    /// Shows the form.
    ///
    /// @param isStale whether somebody else changed in the meantime what the form is based on
    void show(Form form, boolean isStale);
  }

  /// Sends the form of a request to a handler of the API, and the browser on by GET.
  public void submit(
      Context context, WriteEndpoint.RequestParser reading, String next, Again again) {
    submit(context, PageForm.of(context).body(), reading, done -> next, again);
  }

  /// The same with a body that is made from the form.
  ///
  /// @param next the path to go on to
  public void submit(
      Context context,
      ObjectNode body,
      WriteEndpoint.RequestParser reading,
      Function<WriteEndpoint.Done, String> next,
      Again again) {
    PageForm form = PageForm.of(context);
    WriteEndpoint.Done done;
    try {
      done = writing.submit(context, body, reading);
    } catch (ConflictException e) {
      context.status(ProblemKind.STALE.status());
      again.show(form.again(List.of()), true);
      return;
    } catch (RefusedException e) {
      if (e.kind() == ProblemKind.TOO_MANY_REQUESTS) {
        context.status(e.kind().status());
        again.show(new Form(form.typed(), List.of(new Form.Fault("", e.detail().text()))), false);
        return;
      }
      if (e.faults().isEmpty() || e.kind() == ProblemKind.NO_SUCH_RECORD) {
        throw e;
      }
      context.status(e.kind().status());
      again.show(form.again(e.faults()), false);
      return;
    }
    PageForm.goOn(context, next.apply(done));
  }

  /// The same for a button, which has no form to show again.
  public void press(Context context, WriteEndpoint.RequestParser reading, String next) {
    var _ = writing.submit(context, PageForm.of(context).body(), reading);
    PageForm.goOn(context, next);
  }
}
