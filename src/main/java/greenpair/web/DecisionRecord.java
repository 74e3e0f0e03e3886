package greenpair.web;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.Answer;
import greenpair.match.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An answer as it was given, with all that it takes to give it again: request, generation and
/// configuration. What a council decided on can be checked years later, as long as the generation
/// is kept.
///
/// @param answer the JSON document of the answer, to the byte
public record DecisionRecord(
    Request request, String generation, String configuration, String answer) {
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// The record of an answer.
  ///
  /// @param document the answer as [Json] writes it
  public static DecisionRecord of(Request request, Answer answer, String document) {
    return new DecisionRecord(request, answer.generation(), answer.configuration(), document);
  }

  /// Writes the record; a file that exists is never written over.
  public void write(Path file) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    ObjectNode asked = root.putObject("request");
    asked.put("kind", request.kind().word());
    asked.put("city", String.valueOf(request.city()));
    if (request.need() != null) {
      asked.put("need", request.need().value());
    }
    asked.put("limit", request.limit());
    asked.put("diverse", request.diverse());
    root.put("generation", generation);
    root.put("configuration", configuration);
    root.put("answer", answer);
    byte[] bytes = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    Files.write(file, bytes, java.nio.file.StandardOpenOption.CREATE_NEW);
  }

  /// Reads a record.
  ///
  /// @throws IllegalArgumentException when the file is no record
  public static DecisionRecord read(Path file) throws IOException {
    try {
      JsonNode root = MAPPER.readTree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      if (root.path("format").asInt(0) != FORMAT) {
        throw new IllegalArgumentException(
            file
                + " is no decision record of format "
                + FORMAT
                + "; write one with recommend"
                + " --record FILE");
      }
      JsonNode asked = root.path("request");
      JsonNode need = asked.get("need");
      Request request =
          new Request(
              Kind.of(asked.path("kind").asString("")).orElseThrow(),
              new EntryId(asked.path("city").asString("")),
              null,
              need == null ? null : new EntryId(need.asString()),
              null,
              asked.path("limit").asInt(0),
              asked.path("diverse").asBoolean(false),
              false);
      return new DecisionRecord(
          request,
          root.path("generation").asString(""),
          root.path("configuration").asString(""),
          root.path("answer").asString(""));
    } catch (JacksonException | java.util.NoSuchElementException e) {
      throw new IllegalArgumentException(file + " is damaged: " + e.getMessage(), e);
    }
  }
}
