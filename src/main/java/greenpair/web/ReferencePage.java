package greenpair.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document as a page that people read: every address with its parameters and answers.
/// It has no script, and its one style sheet is served beside it.
final class ReferencePage {
  private static final String REFERENCE = "$ref";

  private final ObjectNode document;
  private final StringBuilder html = new StringBuilder(1 << 16);

  private ReferencePage(ObjectNode document) {
    this.document = document;
  }

  /// The page as UTF-8.
  static byte[] html(ObjectNode document) {
    return new ReferencePage(document).write().getBytes(StandardCharsets.UTF_8);
  }

  private String write() {
    String title = document.at("/info/title").asString() + " API";
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
    text(title);
    html.append(
        "</title><meta name=\"viewport\" content=\"width=device-width\">"
            + "<link rel=\"stylesheet\" href=\"/docs.css\"></head><body><main><h1>");
    text(title);
    html.append("</h1><p><a href=\"/openapi.json\">openapi.json</a></p><p>");
    text(document.at("/info/description").asString());
    html.append("</p>");
    for (JsonNode tag : document.get("tags")) {
      html.append("<h2>");
      text(tag.get("name").asString());
      html.append("</h2><p>");
      text(tag.get("description").asString());
      html.append("</p>");
      operations(tag.get("name").asString());
    }
    return html.append("</main></body></html>").toString();
  }

  private void operations(String tag) {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().at("/tags/0").asString().equals(tag)) {
          operation(method.getKey(), path.getKey(), method.getValue());
        }
      }
    }
  }

  private void operation(String method, String path, JsonNode operation) {
    html.append("<section id=\"").append(operation.get("operationId").asString()).append("\">");
    html.append("<h3><code>");
    text(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
    html.append("</code></h3><p>");
    text(operation.get("summary").asString());
    html.append(operation.has("security") ? " (token or session)" : "").append("</p>");
    if (!operation.path("parameters").isEmpty()) {
      html.append("<table><thead><tr><th>parameter<th>in<th>what<tbody>");
      for (JsonNode each : operation.get("parameters")) {
        JsonNode parameter = resolve(each);
        row(
            parameter.get("name").asString(),
            parameter.get("in").asString(),
            parameter.path("description").asString(""));
      }
      html.append("</table>");
    }
    for (JsonNode example : operation.at("/requestBody/content/application~1json/examples")) {
      html.append("<pre>");
      text(example.get("value").toPrettyString());
      html.append("</pre>");
    }
    html.append("<table><thead><tr><th>status<th>schema<th>what<tbody>");
    for (Map.Entry<String, JsonNode> each : operation.get("responses").properties()) {
      JsonNode response = resolve(each.getValue());
      String schema = response.at("/content/application~1json/schema/$ref").asString("");
      row(
          each.getKey(),
          schema.substring(schema.lastIndexOf('/') + 1),
          response.path("description").asString(""));
    }
    html.append("</table></section>");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>");
      text(cell);
    }
  }

  private JsonNode resolve(JsonNode node) {
    return node.has(REFERENCE) ? document.at(node.get(REFERENCE).asString().substring(1)) : node;
  }

  private void text(String text) {
    html.append(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }
}
