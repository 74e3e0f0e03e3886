package greenpair.web.decisions;

import greenpair.web.answers.StoredRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An answer as given, with the data needed to reproduce it: question, generation and
/// configuration. The basis of a council's decision can be checked years later, as long as the
/// generation is kept.
///
/// @param answer the JSON document of the answer, byte for byte
public record DecisionRecord(
    StoredRequest question, String generation, String configuration, String answer)
    implements SealedDocument {
  private static final int FORMAT = 2;

  @Override
  public ObjectNode body() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    ObjectNode asked = root.putObject("question");
    asked.put("method", question.method());
    asked.put("address", question.address());
    if (question.body() != null) {
      asked.put("body", question.body());
    }
    root.put("generation", generation);
    root.put("configuration", configuration);
    root.put("answer", answer);
    return root;
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no record, or was changed
  public static DecisionRecord parse(String name, String document) {
    JsonNode root = SealedDocument.parse(name, document, "format", FORMAT, "record.no_record");
    JsonNode asked = root.path("question");
    StoredRequest question =
        new StoredRequest(
            asked.path("method").asString(""),
            asked.path("address").asString(""),
            text(asked.get("body")));
    DecisionRecord record =
        new DecisionRecord(
            question,
            root.path("generation").asString(""),
            root.path("configuration").asString(""),
            root.path("answer").asString(""));
    return SealedDocument.unchanged(name, record, root);
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null ? null : node.asString("");
  }
}
