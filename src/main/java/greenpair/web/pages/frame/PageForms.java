package greenpair.web.pages.frame;

import greenpair.index.read.Snapshot;
import greenpair.pages.program.ProgramPages;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;

/// The frame of every form of a page: executes it and redirects to a GET, or shows it again with
/// all errors and all input.
public record PageForms(PageFrame frame, WriteEndpoint writing) {
  public ProgramPages pages() {
    return frame.pages().programme();
  }

  public interface Showing {
    byte[] show(Visit visit, Form form, String back, Snapshot snapshot);
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
    PageForm form = PageForm.of(context);
    PageForm.submit(
        context,
        () -> {
          var _ = writing.submit(context, form.body(), reading);
          return form.back();
        },
        faults ->
            frame.showFresh(
                context,
                (visit, query, snapshot) ->
                    showing.show(visit, form.again(faults), form.back(), snapshot)));
  }
}
