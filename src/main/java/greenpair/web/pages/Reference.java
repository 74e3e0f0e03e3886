package greenpair.web.pages;

import greenpair.catalog.Text;
import greenpair.pages.ReferencePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the OpenAPI document as the page of it shows it. The document is in English; the Chinese
/// texts for the page are in a file beside it.
final class Reference {
  private static final String POINTER = "$ref";
  private static final String DESCRIPTION = "description";

  private final ObjectNode document;
  private final Map<String, String> chinese;

  private Reference(ObjectNode document, Map<String, String> chinese) {
    this.document = document;
    this.chinese = chinese;
  }

  static ReferencePage page() {
    return new Reference(OpenApi.document(), chinese()).read();
  }

  /// The Chinese of each text, by its English in one line a paragraph.
  static Map<String, String> chinese() {
    Map<String, String> texts = new HashMap<>();
    for (JsonNode each : new YAMLMapper().readTree(OpenApi.resource("openapi.zh.yaml"))) {
      texts.put(each.get("en").stringValue(), each.get("zh").stringValue());
    }
    return texts;
  }

  private ReferencePage read() {
    List<ReferencePage.Group> groups = new ArrayList<>();
    for (JsonNode tag : document.get("tags")) {
      String name = tag.get("name").stringValue();
      groups.add(new ReferencePage.Group(name, paragraphs(tag), operations(name)));
    }
    return new ReferencePage(paragraphs(document.get("info")), groups);
  }

  private List<ReferencePage.Operation> operations(String tag) {
    List<ReferencePage.Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().at("/tags/0").asString().equals(tag)) {
          operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  private ReferencePage.Operation operation(String method, String path, JsonNode operation) {
    List<ReferencePage.Parameter> parameters = new ArrayList<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = resolve(each);
      parameters.add(
          new ReferencePage.Parameter(
              parameter.get("name").stringValue(),
              parameter.get("in").stringValue(),
              text(parameter.path(DESCRIPTION).asString(""))));
    }
    List<String> examples = new ArrayList<>();
    for (JsonNode each : operation.at("/requestBody/content/application~1json/examples")) {
      examples.add(each.get("value").toPrettyString());
    }
    List<ReferencePage.Reply> replies = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : operation.get("responses").properties()) {
      JsonNode response = resolve(each.getValue());
      String schema = response.at("/content/application~1json/schema/$ref").asString("");
      replies.add(
          new ReferencePage.Reply(
              each.getKey(),
              schema.substring(schema.lastIndexOf('/') + 1),
              text(response.path(DESCRIPTION).asString(""))));
    }
    return new ReferencePage.Operation(
        operation.get("operationId").stringValue(),
        method.toUpperCase(Locale.ROOT),
        path,
        text(operation.get("summary").stringValue()),
        operation.has("security"),
        parameters,
        examples,
        replies);
  }

  private List<Text> paragraphs(JsonNode node) {
    Text whole = text(node.get(DESCRIPTION).stringValue());
    String[] english = whole.en() == null ? new String[0] : whole.en().split("\n\n");
    String[] translated = whole.zh() == null ? english : whole.zh().split("\n\n");
    List<Text> paragraphs = new ArrayList<>();
    for (int i = 0; i < Math.min(english.length, translated.length); i++) {
      paragraphs.add(new Text(english[i], translated[i]));
    }
    return paragraphs;
  }

  private Text text(String english) {
    String plain = english.strip().replaceAll("(?<!\n)\n(?!\n)", " ");
    return new Text(plain, chinese.getOrDefault(plain, plain));
  }

  private JsonNode resolve(JsonNode node) {
    return node.has(POINTER) ? document.at(node.get(POINTER).stringValue().substring(1)) : node;
  }
}
