package greenpair.web.plans;

import greenpair.plan.ask.PlanRequest;
import greenpair.plan.ask.PlanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A stored plan: the request, the result, and all data needed to check it without planning again.
///
/// As a document it ends with a digest, the SHA-256 of everything before it, which the minutes of a
/// meeting may quote.
///
/// @param sort `cohort`, `pairs`, `partners` or `meetings`
public record PlanDocument(
    String sort, String generation, String configuration, String request, String result) {
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  public static PlanDocument of(
      PlanRequest request,
      PlanResult result,
      String generation,
      String configuration,
      Function<Object, String> json) {
    return new PlanDocument(
        request.sort(), generation, configuration, json.apply(request), json.apply(result));
  }

  public PlanRequest asked() {
    return PlanJson.request(sort, request);
  }

  public PlanResult made() {
    return PlanJson.result(sort, result);
  }

  public String text() {
    ObjectNode root = body();
    root.put("digest", digest());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  /// SHA-256 over all fields, as lower-case hexadecimal.
  public String digest() {
    return DigestUtils.sha256Hex(MAPPER.writeValueAsString(body()));
  }

  private ObjectNode body() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("plan", FORMAT);
    root.put("sort", sort);
    root.put("generation", generation);
    root.put("configuration", configuration);
    root.put("request", request);
    root.put("result", result);
    return root;
  }

  /// Writes the document; a file that exists is never written over.
  public void write(Path file) throws IOException {
    Files.writeString(file, text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Reads a file that [#write] wrote.
  ///
  /// @throws IllegalArgumentException if the file is no plan, or was changed
  public static PlanDocument read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file));
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no plan, or was changed
  public static PlanDocument parse(String name, String text) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + " is damaged: " + e.getOriginalMessage(), e);
    }
    if (root.path("plan").asInt(0) != FORMAT) {
      throw new IllegalArgumentException(
          "%s is not a plan of format %s; keep one with greenpair plan partners --out FILE"
              .formatted(name, FORMAT));
    }
    PlanDocument document =
        new PlanDocument(
            root.path("sort").asString(""),
            root.path("generation").asString(""),
            root.path("configuration").asString(""),
            root.path("request").asString(""),
            root.path("result").asString(""));
    if (!document.digest().equals(root.path("digest").asString(""))) {
      throw new IllegalArgumentException(
          name
              + " was changed after it was made: its digest is not that of its content; compare it"
              + " with another copy, or with the digest in the minutes");
    }
    return document;
  }
}
