package greenpair.web.plans;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.pages.plan.PlanPage.Progress;
import greenpair.program.database.RecordMapper.IdText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Reads plans that [greenpair.web.http.Json] wrote.
final class PlanJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addMixIn(EntryId.class, IdText.class)
          .addMixIn(Code.class, IdText.class)
          .build();

  private PlanJson() {}

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
