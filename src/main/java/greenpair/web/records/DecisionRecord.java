package greenpair.web.records;

import greenpair.web.catalog.StoredRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An answer as given, with the data needed to reproduce it: question, generation and
/// configuration. The basis of a council's decision can be checked years later, as long as the
/// generation is kept.
///
/// As a document it ends with a digest, the SHA-256 of everything before it: changing the question
/// or the answer also changes the digest, which the minutes of a meeting may quote.
///
/// @param answer the JSON document of the answer, byte for byte
public record DecisionRecord(
    StoredRequest question, String generation, String configuration, String answer) {
  private static final int FORMAT = 2;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// The record as a JSON document.
  public String document() {
    ObjectNode root = body();
    root.put("digest", digest());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  /// SHA-256 over format, question, generation, configuration and answer, as lower-case
  /// hexadecimal.
  public String digest() {
    return DigestUtils.sha256Hex(MAPPER.writeValueAsString(body()));
  }

  private ObjectNode body() {
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

  /// Writes the record; a file that exists is never written over.
  public void write(Path file) throws IOException {
    Files.writeString(file, document(), StandardOpenOption.CREATE_NEW);
  }

  /// Reads a file that [#write] wrote.
  ///
  /// @throws IllegalArgumentException if the file is no record, or was changed
  public static DecisionRecord read(Path file) throws IOException {
    return parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no record, or was changed
  public static DecisionRecord parse(String name, String document) {
    JsonNode root;
    try {
      root = MAPPER.readTree(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + " is damaged: " + e.getOriginalMessage(), e);
    }
    if (root.path("format").asInt(0) != FORMAT) {
      throw new IllegalArgumentException(
          name
              + " is not a decision record of format "
              + FORMAT
              + "; write one with recommend --record FILE or record ADDRESS --out FILE");
    }
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
    if (!record.digest().equals(root.path("digest").asString(""))) {
      throw new IllegalArgumentException(
          name
              + " was changed after it was made: its digest is not that of its question and answer;"
              + " compare it with another copy, or with the digest in the minutes");
    }
    return record;
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null ? null : node.asString("");
  }
}
