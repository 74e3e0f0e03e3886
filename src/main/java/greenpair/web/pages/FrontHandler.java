package greenpair.web.pages;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.pages.ReferencePage;
import greenpair.pages.view.Visit;
import greenpair.web.http.CompressedAnswer;
import greenpair.web.http.Replies;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/// The front page and the description of the API.
public record FrontHandler(Replies replies, PageFrame frame) {
  private static final Text DESCRIPTION = Message.of("page.description").text();

  /// Created at the first request, so that startup does not wait for it.
  private static final class Described {
    static final CompressedAnswer OPEN_API = CompressedAnswer.of(OpenApi.json(), null);
    static final ReferencePage REFERENCE = Reference.page();
  }

  record Welcome(String name, Text description, Map<String, String> links) {}

  public void welcome(Context context) {
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

  public void openApi(Context context) {
    replies.answer(context, Described.OPEN_API);
  }

  /// The description of the API for users.
  public void reference(Context context) {
    Visit visit = frame.visit(context);
    PageFrame.reply(
        context, visit, frame.pages().page("front/reference", visit, Described.REFERENCE, null));
  }
}
