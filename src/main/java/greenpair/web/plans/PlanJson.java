package greenpair.web.plans;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Text;
import greenpair.pages.plan.PlanPage.Progress;
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

  /// A request or result of that sort, which the case of its type is named after.
  static <T> T read(Class<T> type, String sort, String json) {
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.getSimpleName().toLowerCase(Locale.ROOT).equals(sort)) {
        return type.cast(MAPPER.readValue(json, each));
      }
    }
    throw new IllegalArgumentException(
        "a plan must be a cohort, pairs, partners or meetings, but was \"" + sort + "\"");
  }

  static Progress progress(@Nullable String json) {
    return json == null ? Progress.WAITING : MAPPER.readValue(json, Progress.class);
  }

  static List<Text> texts(String json) {
    return MAPPER.readValue(json, new TypeReference<List<Text>>() {});
  }
}
