package greenpair.web.pages;

import greenpair.catalog.Text;
import greenpair.pages.Pages.ProblemPage;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import io.javalin.http.Header;

/// Explains what the `type` of a problem document means, where the `type` leads: as a page to
/// browsers, as JSON to other clients, in both languages. It needs neither index nor database, so
/// that it answers when they do not.
public record ProblemHandler(PageFrame frame) {
  private static final String PATH = "/problems/{type}";

  /// A type of problem as JSON.
  ///
  /// @param status the HTTP status that problems of it usually have
  record Explained(String type, int status, Text title, Text explanation) {}

  /// A browser may ask for a language, as for every page.
  private record OfPage() implements Request {}

  public Route route() {
    return Route.get(PATH, Access.OPEN, this::explain)
        .as("problemType", OfPage.class, Explained.class)
        .where("type", "not-found");
  }

  private void explain(Context context) {
    ProblemKind kind =
        ProblemKind.of(context.pathParam("type"))
            .orElseThrow(
                () ->
                    new RefusedException(
                        ProblemKind.UNKNOWN_ROUTE, ProblemKind.UNKNOWN_ROUTE.explanation()));
    Text title = kind.title().text();
    Text explanation = kind.explanation().text();
    if (PageFrame.isWanted(context)) {
      ProblemPage page = new ProblemPage(kind.status(), kind.type(), title, explanation);
      frame.showWithoutIndex(context, "front/problem", page);
    } else {
      Input.refuseParameters(context);
      context.header(Header.VARY, Header.ACCEPT_ENCODING + ", " + Header.ACCEPT);
      Replies.answer(context, new Explained(kind.type(), kind.status(), title, explanation));
    }
  }
}
