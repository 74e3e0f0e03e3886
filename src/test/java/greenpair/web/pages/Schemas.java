package greenpair.web.pages;

import module java.base;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas in an OpenAPI document, with its references resolved. Formats such as `date`
/// are checked. Not safe for concurrent use.
final class Schemas {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<JsonNode, Schema> compiled = new HashMap<>();

  Schemas(JsonNode document) {
    this.document = document;
  }

  /// The errors of a value under a schema of the document; empty if it is valid.
  List<Error> errors(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value);
  }

  private Schema compile(JsonNode schema) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", document.get("components"));
    return registry.getSchema(whole);
  }

  /// The node itself, or the one that it refers to.
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? at(node.get("$ref").stringValue()) : node;
  }

  /// The node that a reference such as `#/components/schemas/Id` points to.
  JsonNode at(String reference) {
    return document.at(reference.substring(1));
  }
}
