package greenpair.match.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  @Test
  void coin_isFair_andTheSameEachTime() {
    int heads = 0;
    for (int i = 0; i < 10_000; i++) {
      EntryId one = new EntryId("one-" + i % 10);
      EntryId other = new EntryId("other-" + i % 7);
      boolean isHeads = Exploration.isHeads(i, "firm cn-jilin", one, other);
      assertEquals(isHeads, Exploration.isHeads(i, "firm cn-jilin", one, other));
      heads += isHeads ? 1 : 0;
    }
    // Five standard deviations of 10,000 fair tosses.
    assertTrue(Math.abs(heads - 5_000) < 250, "heads: " + heads);
  }
}
