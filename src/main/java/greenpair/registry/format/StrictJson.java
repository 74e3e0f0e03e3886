package greenpair.registry.format;

import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Parses one line of JSON: one object and nothing after it, no key twice, no deep nesting.
final class StrictJson {
  /// The format needs 4 levels.
  private static final int MAX_DEPTH = 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /// What the object of a line says; null after its problems were recorded.
  ///
  /// @param isCut whether the file ends within the line
  static <T> @Nullable T read(
      byte[] line, boolean isCut, Fields.Build<T> reader, List<FieldProblem> problems) {
    ObjectNode object = object(line, isCut, problems);
    return object == null ? null : Fields.read(object, null, problems, reader);
  }

  static @Nullable ObjectNode object(byte[] line, boolean isCut, List<FieldProblem> problems) {
    try {
      JsonNode value = MAPPER.readTree(line);
      if (value instanceof ObjectNode object) {
        return object;
      }
      String shown = value.isMissingNode() ? "none" : value.toString();
      Message rule = Message.of("line.object", "value", Nearest.shorten(shown));
      problems.add(FieldProblem.of(rule));
    } catch (JacksonException e) {
      Message broken = broken(e);
      problems.add(FieldProblem.of(isCut ? Message.of("line.cut", "problem", broken) : broken));
    }
    return null;
  }

  private static Message broken(JacksonException fault) {
    long offset = fault.getLocation() == null ? -1 : fault.getLocation().getByteOffset();
    Message reason = JsonFaults.reason(fault);
    return offset < 0
        ? Message.of("line.not_json", "reason", reason)
        : Message.of("line.not_json_at", "byte", offset + 1, "reason", reason);
  }
}
