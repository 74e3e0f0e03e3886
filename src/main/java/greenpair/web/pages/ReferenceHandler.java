package greenpair.web.pages;

import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.CompressedAnswer;
import greenpair.web.http.Replies;
import greenpair.web.input.Request;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API, for programs and for people.
///
/// @param groups of all routes, once they are there
public record ReferenceHandler(
    Replies replies, PageFrame frame, Supplier<Map<String, List<Route>>> groups) {
  public List<Route> routes() {
    return List.of(
        Route.get("/openapi.json", Access.OPEN, this::openApi)
            .asFile("openApi", Request.Nothing.class, "application/json"),
        Route.get("/docs", Access.OPEN, this::reference)
            .asFile("reference", Request.Nothing.class, "text/html"));
  }

  private void openApi(Context context) {
    byte[] document = JsonMapper.shared().writeValueAsBytes(OpenApi.document(groups.get()));
    replies.answer(context, CompressedAnswer.of(document, null));
  }

  private void reference(Context context) {
    frame.plain(context, "front/reference", Reference.page(groups.get()));
  }
}
