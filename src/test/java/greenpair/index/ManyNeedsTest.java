package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyNeedsTest {
  private static final int NEEDS = 1_001;

  @Test
  void needs_ofACity_areAll(@TempDir Path data) throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(SmallCatalog.city("cn-north", "CN", "CN-JL"));
    entries.add(SmallCatalog.city("us-west", "US", "US-CA"));
    for (int each = 0; each < NEEDS; each++) {
      String fields = "'city':'cn-north','technologies':['TRN.PUB.EBS']";
      entries.add(SmallCatalog.entry("need", "n" + each, "Buses " + each, fields));
    }
    GenerationStore store = new GenerationStore(data);
    SmallCatalog.publish(store, 0, entries);
    try (LiveIndex live = SmallCatalog.live(store)) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        assertEquals(NEEDS, snapshot.needs(SmallCatalog.id("cn-north")).size());
        assertEquals(List.of(), snapshot.needs(SmallCatalog.id("us-west")));
      }
    }
  }
}
