package greenpair.index.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.index.contract.Facet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/// Values of facets come back from their numbers as they were, however many there are.
class FacetTableTest {
  private static Map<Facet, Set<String>> values(Random random) {
    Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> some = new LinkedHashSet<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        some.add("value " + random.nextInt(1 << random.nextInt(1, 18)));
      }
      values.put(facet, some);
    }
    return values;
  }

  @Seeded(runs = 5)
  void packed_areRead(Random random) {
    FacetTable table = new FacetTable();
    for (int i = 0; i < 3_000; i++) {
      Map<Facet, Set<String>> values = values(random);
      BytesRef packed = table.pack(values);
      int[] numbers = new int[packed.length];
      int size = FacetTable.unpack(packed, numbers);
      List<FacetTable.Value> wanted =
          values.entrySet().stream()
              .flatMap(
                  each ->
                      each.getValue().stream()
                          .map(value -> new FacetTable.Value(each.getKey(), value)))
              .toList();
      assertEquals(wanted, Arrays.stream(numbers, 0, size).mapToObj(table::value).toList());
    }
    FacetTable read = FacetTable.of(table.data());
    assertEquals(table.data(), read.data());
    for (int number = 0; number < read.size(); number++) {
      FacetTable.Value value = table.value(number);
      assertEquals(number, read.find(value.facet(), value.value()).orElseThrow());
    }
    assertTrue(read.find(Facet.COUNTRY, "no such value").isEmpty());
  }
}
