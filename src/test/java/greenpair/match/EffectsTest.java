package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.Solution;
import greenpair.catalog.value.Sector;
import greenpair.match.Effects.Effect;
import greenpair.match.settings.Savings;
import greenpair.registry.format.CatalogJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract of `docs/scoring.md`, "Effects for a city": tonnes a year = emissions of the sector
/// x reach x reduction; monotone in each; unknown is not zero.
class EffectsTest {
  private static final Savings SAVINGS = Given.RULES.savings();
  private static final String NO_GRID = "";
  private static final String GRID = ",\"grid\":{\"factor\":%s}";

  private static Entry entry(String line) {
    return new CatalogJson(Given.TAXONOMY).decode(line.getBytes(StandardCharsets.UTF_8));
  }

  private static City city(String emissions, String grid) {
    return (City)
        entry(
            "{\"kind\":\"city\",\"id\":\"c\",\"name\":{\"en\":\"C\"},\"country\":\"US\","
                + "\"provenance\":[{\"source\":\"s\",\"verified\":true}]"
                + grid
                + (emissions.isEmpty() ? "" : ",\"emissions\":" + emissions)
                + "}");
  }

  private static Solution solution(String id, String code, String effect) {
    return (Solution)
        entry(
            "{\"kind\":\"solution\",\"id\":\"%s\",\"name\":{\"en\":\"%s\"},\"technologies\":[\"%s\"],"
                    .formatted(id, id, code)
                + "\"provenance\":[{\"source\":\"s\",\"verified\":true}]"
                + (effect.isEmpty() ? "" : ",\"effect\":" + effect)
                + "}");
  }

  private static final Solution FLEET = solution("fleet", "TRN.EV.FLT", "");
  private static final Solution PUMP = solution("pump", "BLD.HVC.ASH", "");

  private static Effect one(City city, Solution solution) {
    return Effects.of(city, List.of(solution), SAVINGS).ranked().getFirst();
  }

  @Test
  void fleetInSanFrancisco_isTheExampleOfTheDocs() {
    City city = city("{\"transport\":2254000}", GRID.formatted("0.226"));
    Effect found = one(city, FLEET);
    assertEquals(2_254_000 * 0.01 * (1 - 0.24 * 0.226 / 0.1386), found.low(), 1e-6);
    assertEquals(2_254_000 * 0.01 * (1 - 0.16 * 0.226 / 0.231), found.high(), 1e-6);
    assertEquals(14_000, Effects.rounded(found.low()));
    assertEquals(Sector.TRANSPORT, found.sector());
    assertTrue(String.valueOf(found.assumption()).contains("petrol car"));
  }

  @Test
  void effect_growsWithEmissions_andShrinksWithTheGrid() {
    double low = Double.POSITIVE_INFINITY;
    for (String grid : List.of("0", "0.2", "0.6", "1.5")) {
      Effect found = one(city("{\"buildings\":1000000}", GRID.formatted(grid)), PUMP);
      assertTrue(found.low() <= found.high() && found.high() <= 10_000, found.toString());
      assertTrue(found.low() < low, grid);
      low = found.low();
      Effect twice = one(city("{\"buildings\":2000000}", GRID.formatted(grid)), PUMP);
      assertEquals(2 * found.low(), twice.low(), 1e-6);
      assertEquals(2 * found.high(), twice.high(), 1e-6);
    }
    assertTrue(low < 0, "a grid of coal makes a heat pump emit more than gas");
  }

  @Test
  void statedEffect_countsBeforeTheEstimate_andNeedsNoGrid() {
    Solution stated =
        solution("s", "BLD.HVC.ASH", "{\"sector\":\"waste\",\"min\":0.2,\"max\":0.39}");
    Effect found = one(city("{\"waste\":500000}", NO_GRID), stated);
    assertEquals(1_000, found.low(), 1e-9);
    assertEquals(1_950, found.high(), 1e-9);
    assertNull(found.assumption());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0.226 | an unknown profile",
        "{\"buildings\":1000000} | 0.226 | a profile without the sector",
        "{\"transport\":1000000} | '' | an unknown grid"
      })
  void unknownInput_givesNoEffect_notZero(String emissions, String grid, String what) {
    City city = city(emissions, grid.isEmpty() ? NO_GRID : GRID.formatted(grid));
    Effects found = Effects.of(city, List.of(FLEET), SAVINGS);
    assertEquals(List.of(), found.ranked(), what);
    assertEquals(1, found.unknown());
  }

  @Test
  void solutions_areOrderedByTheLowEnd_thenById() {
    String half = "{\"sector\":\"transport\",\"min\":0.5,\"max\":0.5}";
    List<Solution> all =
        List.of(
            solution("z", "LGT.LED", half),
            solution("a", "LGT.LED", half),
            solution("led", "LGT.LED", ""),
            solution("b", "LGT", "{\"sector\":\"transport\",\"min\":0.4,\"max\":1}"));
    Effects found = Effects.of(city("{\"transport\":1000000}", NO_GRID), all, SAVINGS);
    assertEquals(
        List.of("a", "z", "b"),
        found.ranked().stream().map(each -> each.solution().value()).toList());
    assertEquals(1, found.unknown());
    assertEquals(0.01, found.reach());
  }
}
