package greenpair.registry.format;

import greenpair.catalog.City;
import greenpair.message.Message;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the indicators of a city.
final class CityValues {
  private static final Pattern KOPPEN = Pattern.compile("[A-E][A-Za-z]{1,2}");
  private static final Pattern BUILDING_ZONE =
      Pattern.compile(
          "[0-8][A-C]?|severe-cold|cold|hot-summer-cold-winter|hot-summer-warm-winter|mild");
  private static final int HIGHEST_FACTOR = 2;

  private CityValues() {}

  static City.@Nullable Population population(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("count")),
        fields ->
            new City.Population(
                fields.must("count", each -> each.whole(1, Field.OPEN), 1L),
                fields.may("year", Values::year),
                fields.may("scope", each -> each.word(Vocabulary.SCOPE))));
  }

  static @Nullable String koppen(Field field) {
    return field.string(KOPPEN, Message.of("value.koppen"));
  }

  static @Nullable String buildingZone(Field field) {
    return field.string(BUILDING_ZONE, Message.of("value.zone"));
  }

  static City.@Nullable Grid grid(Field field) {
    return field.object(
        Message.of("value.object_of", "keys", List.of("factor", "year", "region", "utility")),
        fields ->
            new City.Grid(
                fields.may("factor", each -> each.number(0, HIGHEST_FACTOR)),
                fields.may("year", Values::year),
                fields.may("region", Field::string),
                fields.may("utility", Field::string)));
  }

  static City.@Nullable Target target(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("text")),
        fields ->
            new City.Target(
                fields.must("text", Values::text, Values.SOME_TEXT),
                fields.may("sort", each -> each.word(Vocabulary.TARGET)),
                fields.may("year", Values::year)));
  }
}
