package greenpair.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import greenpair.catalog.Language;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// The only writer of answers: for HTTP and for `--json` on the command line.
///
/// Fields are the components of records in their order, in `snake_case`; what is null is left out,
/// an empty list stays. Ids and codes are strings, closed choices are lower-case words, dates are
/// ISO 8601, numbers have no exponent, and an entry of the catalog is its own line of the catalog
/// format. The same value always gives the same bytes.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .changeDefaultPropertyInclusion(
              always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(CatalogJsonModule.module())
          .build();

  private Json() {}

  /// The value as UTF-8.
  ///
  /// @param narrow the language that every text is narrowed to, or to the other one where the text
  ///     lacks it; null for both
  public static byte[] write(Object value, @Nullable Language narrow) {
    return MAPPER.writer().withAttribute(CatalogJsonModule.NARROW, narrow).writeValueAsBytes(value);
  }

  /// The value with all digits of its numbers, to be stored and read again.
  public static String stored(Object value) {
    return MAPPER.writer().withAttribute(CatalogJsonModule.EXACT, true).writeValueAsString(value);
  }

  public static String text(Object value) {
    return new String(write(value, null), StandardCharsets.UTF_8);
  }
}
