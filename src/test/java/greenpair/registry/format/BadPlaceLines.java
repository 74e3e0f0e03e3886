package greenpair.registry.format;

import static greenpair.catalog.Kind.CITY;
import static greenpair.catalog.Kind.NEED;
import static greenpair.registry.format.BadLine.NAME;
import static greenpair.registry.format.BadLine.SOURCE;
import static greenpair.registry.format.BadLine.bad;
import static greenpair.registry.format.BadLine.raw;

import java.util.List;

/// Lines of cities and needs that a reader must refuse.
final class BadPlaceLines {
  static final List<BadLine> ALL =
      List.of(
          // city
          raw(
              "{\"kind\":\"city\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "country is required"),
          bad(CITY, "\"region\":\"JL\"", "region must be an ISO 3166-2 code such as CN-JL"),
          bad(CITY, "\"region\":\"CN-JL\\n\"", "region must be an ISO 3166-2 code"),
          bad(
              CITY,
              "\"region\":\"US-CA\"",
              "region must begin with the country, CN-, but was",
              false),
          bad(
              CITY,
              "\"place\":{\"lat\":91,\"lon\":0}",
              "place.lat must be a number from -90 to 90"),
          bad(
              CITY,
              "\"place\":{\"lat\":126.56,\"lon\":43.85}",
              "place.lat must be a number from -90 to 90; latitude and longitude seem to be"
                  + " swapped"),
          bad(
              CITY,
              "\"place\":{\"lat\":30,\"lon\":-60}",
              "place.lat must be on land; with this longitude the point lies in the sea, but was"
                  + " 30",
              false),
          bad(
              CITY,
              "\"place\":{\"lat\":87.6,\"lon\":43.8}",
              "place.lat must be on land; the point lies in the sea, and latitude and longitude"
                  + " seem to be swapped, but was 87.6",
              false),
          bad(CITY, "\"place\":{\"lat\":1}", "place.lon is required"),
          bad(CITY, "\"place\":[1,2]", "place must be an object with lat, lon, but was [1,2]"),
          bad(
              CITY,
              "\"population\":{\"count\":\"many\"}",
              "population.count must be an integer of at least 1, but was \"many\""),
          bad(
              CITY,
              "\"population\":{\"count\":0}",
              "population.count must be an integer of at least 1"),
          bad(
              CITY,
              "\"population\":{\"count\":5.5}",
              "population.count must be an integer of at least 1"),
          bad(CITY, "\"population\":{\"count\":1e999}", "population.count must be an integer"),
          bad(
              CITY,
              "\"population\":{\"count\":5,\"year\":20}",
              "population.year must be an integer"),
          bad(
              CITY,
              "\"population\":{\"count\":5,\"scope\":\"metro\"}",
              "must be one of proper, pref"),
          bad(CITY, "\"koppen\":\"Xyz\"", "koppen must be a Köppen class of two or three letters"),
          bad(CITY, "\"building_zone\":\"Severe cold\"", "building_zone must be an IECC zone"),
          bad(
              CITY,
              "\"heating_network\":true",
              "heating_network must be one of yes, partial, no, but was"),
          bad(
              CITY,
              "\"grid\":{\"factor\":493.2}",
              "grid.factor must be a number from 0 to 2, but was 493"),
          bad(CITY, "\"target\":{\"year\":2050}", "target.text is required"),
          bad(
              CITY,
              "\"target\":{\"text\":{\"en\":\"X\"},\"sort\":\"net-zero\"}",
              "(did you mean \"net_zero\"?), but was \"net-zero\""),
          bad(CITY, "\"memberships\":\"C40\"", "memberships must be a list, but was \"C40\""),
          // need and money
          bad(NEED, "\"stage\":\"Tender\"", "stage must be one of idea, study,"),
          bad(
              NEED,
              "\"standing\":{\"state\":\"done\"}",
              "standing.state must be one of open, procuring, contracted, met, withdrawn"),
          bad(
              NEED,
              "\"standing\":{\"since\":\"24.11.2026\"}",
              "standing.since must be a valid date"),
          bad(NEED, "\"standing\":{\"since\":\"2026-13\"}", "standing.since must be a valid date"),
          bad(NEED, "\"standing\":{\"by\":[\"d1\"]}", "standing: by is allowed only for a"),
          bad(
              NEED,
              "\"standing\":{\"state\":\"open\",\"by\":[\"d1\"]}",
              "standing: by is allowed only for a need that is contracted or met"),
          bad(
              NEED,
              "\"standing\":{\"stated\":\"2024\",\"state\":\"met\",\"since\":\"2023-12\"}",
              "standing: since must not be before stated, but 2023-12 is before 2024",
              false),
          bad(
              NEED,
              "\"standing\":{\"since\":\"2023-02-29\"}",
              "standing.since must be a valid date",
              false),
          bad(NEED, "\"purchase\":{\"due\":\"soon\"}", "purchase.due must be a valid date"),
          bad(NEED, "\"excludes\":[\"lignite\"]", "excludes[0] must be one of coal, gas, oil"),
          bad(NEED, "\"budget\":500000", "budget must be an object with currency"),
          bad(NEED, "\"budget\":{\"min\":5}", "budget.currency is required"),
          bad(
              NEED,
              "\"budget\":{\"currency\":\"USD\"}",
              "budget: money must have min, max or both"),
          bad(NEED, "\"budget\":{\"min\":5,\"currency\":\"usd\"}", "three-letter ISO 4217"),
          bad(
              NEED,
              "\"budget\":{\"min\":-5,\"currency\":\"USD\"}",
              "budget.min must be a number of at least 0"),
          bad(
              NEED,
              "\"budget\":{\"min\":\"5\",\"currency\":\"USD\"}",
              "budget.min must be a number"),
          bad(
              NEED,
              "\"budget\":{\"min\":9,\"max\":5,\"currency\":\"USD\"}",
              "budget.max must not be below min, 9, but was 5",
              false));

  private BadPlaceLines() {}
}
