package greenpair.web.pages;

import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.WriteEndpoint;
import greenpair.web.reviews.ReviewHandler;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// The page of uncertain pairs: one at a time, answered by a button or a key.
public record ReviewPageHandler(PageFrame frame, WriteEndpoint writing, ReviewHandler reviews) {
  public static final String PATH = "/reviews";

  public void show(Context context) {
    frame.showFresh(
        context,
        (visit, query, snapshot) ->
            frame
                .pages()
                .page(
                    "program/reviews",
                    visit,
                    reviews.page(place(query.one("from")), query.one("last")),
                    snapshot));
  }

  public void answer(Context context) {
    PageForm form = PageForm.of(context);
    String id = context.pathParam("id");
    var _ = writing.submit(context, form.body(), reviews::answer);
    PageForm.goOn(context, PATH + "?from=" + place(form.value("from")) + "&last=" + id);
  }

  public void undo(Context context) {
    PageForm form = PageForm.of(context);
    var _ = writing.submit(context, form.body(), reviews::undo);
    PageForm.goOn(context, PATH + "?from=" + place(form.value("from")));
  }

  private static int place(@Nullable String word) {
    return word != null && word.matches("[0-9]{1,8}") ? Integer.parseInt(word) : 0;
  }
}
