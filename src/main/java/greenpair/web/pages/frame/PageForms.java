package greenpair.web.pages.frame;

import module java.base;

import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.database.ConflictException;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import tools.jackson.databind.node.ObjectNode;

/// The frame of every form of a page: executes it and redirects to a GET, or shows it again with
/// all errors and all input.
public record PageForms(PageFrame frame, WriteEndpoint writing) {
  /// Makes the page of a form, first or again.
  public interface Showing {
    Content show(Context context, Visit visit, Form form, String back, Snapshot snapshot);
  }

  /// Shows a form again with all that was typed.
  public interface Again {
    /// Shows the form.
    ///
    /// @param isStale whether somebody else changed in the meantime what the form is based on
    void show(Context context, Form form, boolean isStale);
  }

  /// A page with one template that changes without a new generation.
  public void show(Context context, String template, PageFrame.PageRecord shown) {
    frame.showRecord(context, template, shown);
  }

  /// A page that begins with values from the address.
  public Route page(String path, Access access, Showing showing) {
    return Route.get(
        path,
        access,
        context ->
            frame.showFresh(
                context,
                (visit, query, snapshot) -> {
                  Form form = new Form(query.given(), List.of());
                  String back = PageForm.back(form.value("back"));
                  Content content = showing.show(context, visit, form, back, snapshot);
                  query.checkEntries();
                  return content;
                }));
  }

  /// A form that leads back to where it was opened.
  public Route form(
      String path, Access access, WriteEndpoint.RequestParser parser, Showing showing) {
    return form(path, access, parser, context -> PageForm.of(context).back(), again(showing));
  }

  /// The form of a page, shown again with its errors.
  public Again again(Showing showing) {
    return (context, form, isStale) ->
        frame.showFresh(
            context,
            (visit, query, snapshot) ->
                showing.show(context, visit, form, PageForm.of(context).back(), snapshot));
  }

  /// A form that is sent to a handler of the API, and the browser on by GET.
  public Route form(
      String path,
      Access access,
      WriteEndpoint.RequestParser parser,
      Function<Context, String> next,
      Again again) {
    return Route.post(
        path,
        access,
        context -> {
          PageForm form = PageForm.of(context);
          submit(context, form::body, parser, done -> next.apply(context), again);
        });
  }

  /// A button, which has no form to show again.
  public Route button(
      String path,
      Access access,
      WriteEndpoint.RequestParser parser,
      Function<Context, String> next) {
    return Route.post(
        path,
        access,
        context -> {
          var _ = writing.submit(context, PageForm.of(context).body(), parser);
          PageForm.goOn(context, next.apply(context));
        });
  }

  /// Sends a form with a body that is made from it.
  ///
  /// @param body may refuse the form with all its faults
  /// @param next the path to go on to
  public void submit(
      Context context,
      Supplier<ObjectNode> body,
      WriteEndpoint.RequestParser parser,
      Function<WriteEndpoint.Done, String> next,
      Again again) {
    sent(context, body, parser, again).ifPresent(done -> PageForm.goOn(context, next.apply(done)));
  }

  /// The same without going on; empty if the form was shown again.
  public Optional<WriteEndpoint.Done> sent(
      Context context, Supplier<ObjectNode> body, WriteEndpoint.RequestParser parser, Again again) {
    PageForm form = PageForm.of(context);
    try {
      return Optional.of(writing.submit(context, body.get(), parser));
    } catch (ConflictException e) {
      context.status(ProblemKind.STALE.status());
      again.show(context, form.again(List.of()), true);
    } catch (RefusedException e) {
      if (e.kind() == ProblemKind.TOO_MANY_REQUESTS) {
        context.status(e.kind().status());
        Form.Fault fault = new Form.Fault("", e.detail().text());
        again.show(context, new Form(form.typed(), List.of(fault)), false);
        return Optional.empty();
      }
      if (e.faults().isEmpty() || e.kind() == ProblemKind.NO_SUCH_RECORD) {
        throw e;
      }
      context.status(e.kind().status());
      again.show(context, form.again(e.faults()), false);
    }
    return Optional.empty();
  }
}
