package greenpair.registry;

import greenpair.catalog.City;
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
        "is an object with at least \"count\"",
        fields ->
            new City.Population(
                fields.must("count", each -> each.whole(1, Field.OPEN), 1L),
                fields.may("year", Values::year),
                fields.may("scope", each -> each.word(Vocabulary.SCOPE))));
  }

  static @Nullable String koppen(Field field) {
    return field.string(KOPPEN, "is a class of two or three letters from A to E, such as Dwa");
  }

  static @Nullable String buildingZone(Field field) {
    return field.string(
        BUILDING_ZONE,
        "is a zone of IECC, such as 3B, or severe-cold, cold, hot-summer-cold-winter,"
            + " hot-summer-warm-winter or mild");
  }

  static City.@Nullable Grid grid(Field field) {
    return field.object(
        "is an object with \"factor\", \"year\", \"region\" or \"utility\"",
        fields ->
            new City.Grid(
                fields.may("factor", each -> each.number(0, HIGHEST_FACTOR)),
                fields.may("year", Values::year),
                fields.may("region", Field::string),
                fields.may("utility", Field::string)));
  }

  static City.@Nullable Target target(Field field) {
    return field.object(
        "is an object with at least \"text\"",
        fields ->
            new City.Target(
                fields.must("text", Values::text, Values.SOME_TEXT),
                fields.may("sort", each -> each.word(Vocabulary.TARGET)),
                fields.may("year", Values::year)));
  }
}
