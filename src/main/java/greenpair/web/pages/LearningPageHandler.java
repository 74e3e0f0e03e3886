package greenpair.web.pages;

import greenpair.pages.program.LearningPage;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.LearningHandler;
import io.javalin.http.Context;

/// The page on which coordinators see what outcomes suggest about the weights.
public record LearningPageHandler(PageFrame frame, LearningHandler learning) {
  public static final String PATH = "/learning";

  public void show(Context context) {
    int move = LearningHandler.move(context.queryParam("move"));
    LearningHandler.View view = learning.view(move);
    LearningPage page =
        new LearningPage(view.proposal(), move, view.kinds(), view.effect(), view.inForce());
    frame.showFresh(
        context,
        (visit, query, snapshot) -> frame.pages().page("program/learning", visit, page, snapshot));
  }
}
