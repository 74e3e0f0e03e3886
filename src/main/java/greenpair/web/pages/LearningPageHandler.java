package greenpair.web.pages;

import greenpair.pages.program.LearningPage;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.LearningHandler;
import io.javalin.http.Context;

/// The page on which coordinators see what outcomes say about the weights.
public record LearningPageHandler(PageFrame frame, LearningHandler learning) {
  public Route route() {
    return Route.get("/learning", Access.COORDINATE, this::show);
  }

  private void show(Context context) {
    LearningHandler.LearningView view = learning.view();
    frame.showRecord(
        context,
        "program/learning",
        (visit, query, snapshot) -> new LearningPage(view.proposal(), view.current()));
  }
}
