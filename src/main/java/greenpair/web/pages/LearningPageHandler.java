package greenpair.web.pages;

import greenpair.pages.program.LearningPage;
import greenpair.pages.view.Form;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.LearningHandler;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The page on which coordinators see what outcomes suggest about the weights, and decide.
public record LearningPageHandler(
    PageFrame frame, WriteEndpoint writing, LearningHandler learning) {
  public static final String PATH = "/learning";
  private static final String MOVE = "move";
  private static final String IN_FORCE = "inForce";
  private static final String WITHDRAW = "withdraw";

  public void show(Context context) {
    show(context, LearningHandler.move(context.queryParam(MOVE)), Form.EMPTY);
  }

  private void show(Context context, int move, Form form) {
    LearningHandler.View view = learning.view(move);
    LearningPage page =
        new LearningPage(
            view.proposal(),
            move,
            view.kinds(),
            view.shadow(),
            view.inForce(),
            view.cycle(),
            view.shadowDays(),
            learning.isWritable(),
            view.decisions(),
            form);
    frame.showFresh(
        context,
        (visit, query, snapshot) -> frame.pages().page("program/learning", visit, page, snapshot));
  }

  public void decide(Context context) {
    PageForm form = PageForm.of(context);
    int move = LearningHandler.move(form.value(MOVE));
    PageForm.submit(
        context,
        () -> {
          ObjectNode body = form.body(MOVE, "days");
          JsonNode inForce = body.remove(IN_FORCE);
          if (WITHDRAW.equals(form.value("decision")) && inForce != null) {
            body.set("proposal", inForce); // The effective weights on the page, not the proposal.
          }
          var _ = writing.submit(context, body, learning.deciding());
          return PATH + "?" + MOVE + "=" + move;
        },
        faults -> show(context, move, form.again(faults)));
  }
}
