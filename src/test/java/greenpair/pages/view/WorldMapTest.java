package greenpair.pages.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorldMapTest {
  private static final Place JILIN = new Place(43.85, 126.56);
  private static final Text NAME = new Text("Jilin", "吉林市");
  private static final Place SAN_JOSE = new Place(37.34, -121.89);

  @Test
  void places_onBothShoresOfThePacific_areNeighbours() {
    WorldMap map = WorldMap.of(JILIN, NAME, List.of(new WorldMap.Spot(1, SAN_JOSE, "B", NAME)));

    double home = Objects.requireNonNull(map.home()).x();
    assertTrue(home < map.dots().getFirst().x(), "Asia lies to the left");
  }

  @Test
  void dots_ofManyPlaces_lieOnTheMap() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<WorldMap.Spot> spots =
          random
              .ints(random.nextInt(12), 0, 1_000)
              .mapToObj(
                  n ->
                      new WorldMap.Spot(
                          n,
                          new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
                          "C",
                          NAME))
              .toList();
      WorldMap map = WorldMap.of(round % 2 == 0 ? JILIN : null, NAME, spots);
      assertTrue(map.height() > 100 && map.height() < 420, "height " + map.height());
      for (WorldMap.Dot dot : map.dots()) {
        assertTrue(
            dot.x() >= 0 && dot.x() <= map.width() && dot.y() >= 0 && dot.y() <= map.height(),
            dot::toString);
      }
      assertEquals(spots.size(), map.dots().stream().mapToInt(dot -> dot.numbers().size()).sum());
    }
  }

  @Test
  void nothing_isAnEmptyMap() {
    WorldMap map = WorldMap.of(null, NAME, List.of());

    assertNull(map.home());
    assertTrue(map.dots().isEmpty());
  }

  @Test
  void cases_atOnePlace_shareADot_ofTheBestGrade() {
    WorldMap map =
        WorldMap.of(
            null,
            NAME,
            List.of(
                new WorldMap.Spot(1, JILIN, "C", NAME),
                new WorldMap.Spot(2, JILIN, "A", NAME),
                new WorldMap.Spot(5, JILIN, "B", NAME)));

    assertEquals("1, 2 +1", map.dots().getFirst().label());
    assertEquals("A", map.dots().getFirst().grade());
  }
}
