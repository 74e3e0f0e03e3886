package greenpair.web.pages;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.CompressedAnswer;
import greenpair.web.http.Replies;
import greenpair.web.input.Request;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// The front page and the description of the API.
///
/// @param groups of all routes, once they are there
public record FrontHandler(
    Replies replies, PageFrame frame, Supplier<Map<String, List<Route>>> groups) {
  private static final Text DESCRIPTION = Message.of("page.description").text();

  public List<Route> routes() {
    return List.of(
        Route.get("/api", Access.OPEN, this::welcome).as("welcome", Welcome.class),
        Route.get("/openapi.json", Access.OPEN, this::openApi)
            .asFile("openApi", Request.Nothing.class, "application/json"),
        Route.get("/docs", Access.OPEN, this::reference)
            .asFile("reference", Request.Nothing.class, "text/html"));
  }

  record Welcome(String name, Text description, Map<String, String> links) {}

  private void welcome(Context context) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("openapi", "/openapi.json");
    links.put("reference", "/docs");
    links.put("cities", "/api/v1/cities");
    links.put("solutions", "/api/v1/solutions");
    links.put("partners", "/api/v1/partners");
    links.put("taxonomy", "/api/v1/taxonomy");
    links.put("status", "/api/v1/status");
    replies.answer(context, new Welcome("Greenpair", DESCRIPTION, links));
  }

  private void openApi(Context context) {
    byte[] document = JsonMapper.shared().writeValueAsBytes(OpenApi.document(groups.get()));
    replies.answer(context, CompressedAnswer.of(document, null));
  }

  /// The description of the API for users.
  private void reference(Context context) {
    frame.plain(context, "front/reference", Reference.page(groups.get()));
  }
}
