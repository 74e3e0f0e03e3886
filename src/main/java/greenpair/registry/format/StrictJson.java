package greenpair.registry.format;

import greenpair.catalog.Language;
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
public final class StrictJson {
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

  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message problem;

    Broken(Message problem) {
      super(problem.in(Language.EN));
      this.problem = problem;
    }

    public Message problem() {
      return problem;
    }
  }

  /// The object, or null after the problem was recorded: the line is good JSON but no object.
  public static @Nullable ObjectNode object(byte[] line, List<Message> problems) throws Broken {
    JsonNode value = parse(line);
    if (value instanceof ObjectNode object) {
      return object;
    }
    problems.add(
        Message.of(
            "line.object",
            "value",
            Nearest.shorten(value.isMissingNode() ? "none" : value.toString())));
    return null;
  }

  private static JsonNode parse(byte[] line) throws Broken {
    try {
      return MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw new Broken(broken(e));
    }
  }

  private static Message broken(JacksonException fault) {
    long offset = fault.getLocation() == null ? -1 : fault.getLocation().getByteOffset();
    Message reason = JsonFaults.reason(fault);
    return offset < 0
        ? Message.of("line.not_json", "reason", reason)
        : Message.of("line.not_json_at", "byte", offset + 1, "reason", reason);
  }
}
