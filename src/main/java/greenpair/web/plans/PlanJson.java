package greenpair.web.plans;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Text;
import greenpair.pages.plan.PlanPage.Progress;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads plans that [greenpair.web.http.Json] wrote.
final class PlanJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModule(module())
          .build();

  private PlanJson() {}

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("plans");
    add(module, EntryId.class, EntryId::new);
    add(module, Code.class, Code::new);
    add(module, Grade.class, Grade::valueOf);
    module.addKeyDeserializer(
        EntryId.class,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return new EntryId(key);
          }
        });
    return module;
  }

  private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> reading) {
    module.addDeserializer(
        type,
        new ValueDeserializer<T>() {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) {
            return reading.apply(json.getString());
          }
        });
  }

  static PlanRequest request(String sort, String json) {
    return switch (sort) {
      case "cohort" -> MAPPER.readValue(json, PlanRequest.Cohort.class);
      case "pairs" -> MAPPER.readValue(json, PlanRequest.Pairs.class);
      case "partners" -> MAPPER.readValue(json, PlanRequest.Partners.class);
      case "meetings" -> MAPPER.readValue(json, PlanRequest.Meetings.class);
      default -> throw unknown(sort);
    };
  }

  static PlanResult result(String sort, String json) {
    return switch (sort) {
      case "cohort" -> MAPPER.readValue(json, PlanResult.Cohort.class);
      case "pairs" -> MAPPER.readValue(json, PlanResult.Pairs.class);
      case "partners" -> MAPPER.readValue(json, PlanResult.Partners.class);
      case "meetings" -> MAPPER.readValue(json, PlanResult.Meetings.class);
      default -> throw unknown(sort);
    };
  }

  private static IllegalArgumentException unknown(String sort) {
    return new IllegalArgumentException(
        "a plan must be a cohort, pairs, partners or meetings, but was \"" + sort + "\"");
  }

  static Progress progress(@Nullable String json) {
    return json == null ? Progress.WAITING : MAPPER.readValue(json, Progress.class);
  }

  static List<Text> texts(String json) {
    return MAPPER.readValue(json, new TypeReference<List<Text>>() {});
  }
}
