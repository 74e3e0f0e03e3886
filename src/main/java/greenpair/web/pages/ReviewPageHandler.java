package greenpair.web.pages;

import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.reviews.ReviewHandler;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of uncertain pairs: one at a time, answered by a button or a key.
public record ReviewPageHandler(PageFrame frame, PageForms forms, ReviewHandler reviews) {
  private static final String PATH = "/reviews";

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.COORDINATE, this::show),
        forms.button(
            PATH + "/{id}",
            Access.COORDINATE,
            reviews::answer,
            context -> next(context) + "&last=" + context.pathParam("id")),
        forms.button(
            PATH + "/{id}/undo", Access.COORDINATE, reviews::undo, ReviewPageHandler::next));
  }

  private void show(Context context) {
    frame.showRecord(
        context,
        "program/reviews",
        (visit, query, snapshot) -> reviews.page(query.first(), query.one("last")));
  }

  private static String next(Context context) {
    return PATH + "?from=" + place(PageForm.of(context).value("from"));
  }

  private static int place(@Nullable String word) {
    return word != null && word.matches("[0-9]{1,8}") ? Integer.parseInt(word) : 0;
  }
}
