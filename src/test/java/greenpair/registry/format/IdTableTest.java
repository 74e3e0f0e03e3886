package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.Seeded;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// A table of ids answers as a map does.
class IdTableTest {
  @Seeded(runs = 50)
  void table_ofRandomIds_answersAsAMap(Random random) {
    IdTable table = new IdTable();
    Map<String, Long> map = new HashMap<>();
    for (int left = random.nextInt(2000); left > 0; left--) {
      String id = (random.nextBoolean() ? "firm-" : "城") + random.nextInt(1000);
      long number = random.nextLong(1L << 60);
      assertEquals(map.putIfAbsent(id, number) == null, table.putIfAbsent(id, number));
    }
    assertEquals(map.size(), table.size());
    assertEquals(map.keySet(), table.ids().collect(Collectors.toSet()));
    for (int each = 0; each < 1000; each++) {
      String id = "firm-" + each;
      assertEquals(map.getOrDefault(id, IdTable.NONE), table.get(id));
    }
  }
}
