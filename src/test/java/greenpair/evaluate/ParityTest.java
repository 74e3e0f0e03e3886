package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.evaluate.trec.TrecRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParityTest {
  private static double overlap(List<String> one, List<String> other, int cut) {
    TrecRun first = TrecRun.ranked("en", Map.of("t", one));
    TrecRun second = TrecRun.ranked("zh", Map.of("t", other));
    return Parity.of(first, second, List.of("t"), cut).mean();
  }

  @Test
  void overlap_isTheShareOfTheLongerList() {
    assertEquals(1, overlap(List.of("a", "b"), List.of("b", "a"), 10));
    assertEquals(0.5, overlap(List.of("a", "b"), List.of("a", "c"), 10));
    assertEquals(0.25, overlap(List.of("a"), List.of("a", "b", "c", "d"), 10));
    assertEquals(0, overlap(List.of("a"), List.of(), 10));
  }

  @Test
  void overlap_ofTwoThatFindNothing_isOne() {
    assertEquals(1, overlap(List.of(), List.of(), 10));
  }

  @Test
  void overlap_looksAtTheFirstPlacesAlone() {
    assertEquals(0, overlap(List.of("a", "b"), List.of("b", "a"), 1));
  }
}
