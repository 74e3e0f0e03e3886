package greenpair.web.pages;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.pages.ReferencePage;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.JsonSchemas;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the descriptions of the routes as the page of the API shows them.
final class Reference {
  private Reference() {}

  /// @param groups routes by the name of what they belong to
  static ReferencePage page(Map<String, List<Route>> groups) {
    JsonSchemas schemas = new JsonSchemas((schema, key) -> "");
    List<ReferencePage.Group> shown = new ArrayList<>();
    groups.forEach(
        (name, routes) ->
            shown.add(
                new ReferencePage.Group(
                    name,
                    paragraphs(OpenApi.ofGroup(name)),
                    routes.stream()
                        .filter(Route::isDescribed)
                        .map(route -> operation(route, schemas))
                        .toList())));
    return new ReferencePage(paragraphs(Message.of("api.description")), shown);
  }

  private static ReferencePage.Operation operation(Route route, JsonSchemas schemas) {
    boolean hasBody = !route.method().equals(HandlerType.GET);
    List<ReferencePage.Parameter> parameters = new ArrayList<>();
    for (OpenApi.Parameter each : OpenApi.parameters(route, schemas)) {
      parameters.add(parameter(route, each.name(), each.in()));
    }
    if (hasBody) {
      schemas
          .query(route.reads())
          .keySet()
          .forEach(key -> parameters.add(parameter(route, key, "body")));
    }
    Class<?> type = route.gives().type();
    return new ReferencePage.Operation(
        route.name(),
        route.method().name(),
        route.path(),
        OpenApi.summary(route).text(),
        route.access() != Access.OPEN && route.access() != Access.READ,
        parameters,
        route.examples().stream().map(each -> JsonSchemas.json(each).toPrettyString()).toList(),
        route.gives().status(),
        type == null ? route.gives().media() : schemas.nameOf(type));
  }

  private static ReferencePage.Parameter parameter(Route route, String name, String in) {
    Message about = OpenApi.ofKey(route, name.toLowerCase(Locale.ROOT));
    return new ReferencePage.Parameter(name, in, about == null ? null : about.text());
  }

  private static List<Text> paragraphs(Message message) {
    String[] english = message.in(Language.EN).split("\n\n", -1);
    String[] chinese = message.in(Language.ZH).split("\n\n", -1);
    List<Text> paragraphs = new ArrayList<>();
    for (int i = 0; i < Math.min(english.length, chinese.length); i++) {
      paragraphs.add(new Text(english[i], chinese[i]));
    }
    return paragraphs;
  }
}
