package greenpair.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The OpenAPI 3.1 document: written by hand in YAML, served as JSON.
final class OpenApi {
  private static final List<String> RESOURCES =
      List.of(
          "openapi.yaml",
          "openapi-program.yaml",
          "openapi-jobs.yaml",
          "openapi-plans.yaml",
          "openapi-lists.yaml",
          "openapi-reviews.yaml",
          "openapi-changes.yaml");

  private OpenApi() {}

  static byte[] json() {
    return JsonMapper.shared().writeValueAsBytes(document());
  }

  static ObjectNode document() {
    ObjectNode document = read(RESOURCES.getFirst());
    for (String more : RESOURCES.subList(1, RESOURCES.size())) {
      join(document, read(more));
    }
    return document;
  }

  private static ObjectNode read(String resource) {
    return (ObjectNode) new YAMLMapper().readTree(resource(resource));
  }

  static byte[] resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream("/greenpair/web/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Merges one document into another; no name occurs in both.
  private static void join(ObjectNode whole, ObjectNode more) {
    for (Map.Entry<String, JsonNode> each : more.properties()) {
      JsonNode there = whole.get(each.getKey());
      if (there == null) {
        whole.set(each.getKey(), each.getValue());
      } else if (there instanceof ObjectNode object
          && each.getValue() instanceof ObjectNode added) {
        join(object, added);
      } else if (there instanceof ArrayNode array && each.getValue() instanceof ArrayNode added) {
        array.addAll(added);
      } else {
        throw new IllegalStateException("said twice in the OpenAPI document: " + each.getKey());
      }
    }
  }
}
