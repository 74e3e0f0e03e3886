package greenpair.web.decisions;

import module java.base;

import com.fasterxml.jackson.annotation.JsonInclude;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.format.JsonFaults;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A record as a JSON document that ends with a digest, the SHA-256 of everything before it:
/// changing anything also changes the digest, which the minutes of a meeting may quote.
public interface SealedDocument {
  JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /// SHA-256 over all fields, as lower-case hexadecimal.
  default String digest() {
    return DigestUtils.sha256Hex(MAPPER.writeValueAsString(this));
  }

  default String document() {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sealed(this));
  }

  private static ObjectNode sealed(SealedDocument document) {
    return MAPPER.<ObjectNode>valueToTree(document).put("digest", document.digest());
  }

  /// Writes the document; a file that exists is never written over.
  default void write(Path file) throws IOException {
    Files.writeString(file, document(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Reads a document that has the digest that it was written with, and no other field.
  ///
  /// @param key of the number of the format
  /// @param rule key of the message for a document of another format
  /// @throws IllegalArgumentException if it is no such document, or was changed
  static <T extends SealedDocument> T parse(
      Class<T> type, String name, String text, String key, int format, String rule) {
    JsonNode root;
    try {
      JsonNode given = MAPPER.readTree(text);
      String held = given.path("document").asString(""); // As the API gives it.
      root = held.isEmpty() ? given : MAPPER.readTree(held);
    } catch (JacksonException e) {
      throw new MessageException(Message.of("file.json", "file", name, "why", JsonFaults.at(e)));
    }
    if (root.path(key).asInt(0) != format) {
      throw new MessageException(Message.of(rule, "name", name, "format", format));
    }
    try {
      T document = MAPPER.treeToValue(root, type);
      if (MAPPER.writeValueAsString(sealed(document)).equals(MAPPER.writeValueAsString(root))) {
        return document;
      }
    } catch (JacksonException e) {
      // A field is missing, or is not what it was.
    }
    throw new MessageException(Message.of("record.changed", "name", name));
  }
}
