package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;

import org.junit.jupiter.api.Test;

class ByGenerationTest {
  private final ByGeneration<String> values = new ByGeneration<>();

  /// While the value of the next generation is made, that of the served one is at hand.
  @Test
  void valueInTheMaking_holdsUpNoOther_andIsMadeOnce() throws Exception {
    assertEquals("old", values.get("g1", () -> "old"));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger made = new AtomicInteger();
    CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> slow(begun, go, made));
    assertEquals(true, begun.await(60, TimeUnit.SECONDS));
    assertEquals("old", values.get("g1", () -> "made again"));
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> slow(begun, go, made));
    go.countDown();
    assertEquals("new", next.get(60, TimeUnit.SECONDS));
    assertEquals("new", other.get(60, TimeUnit.SECONDS));
    assertEquals(1, made.get());
  }

  private String slow(CountDownLatch begun, CountDownLatch go, AtomicInteger made) {
    return values.get(
        "g2",
        () -> {
          begun.countDown();
          made.incrementAndGet();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return "new";
        });
  }

  @Test
  void failure_isNotKept() {
    assertThrows(
        IllegalStateException.class,
        () ->
            values.get(
                "g1",
                () -> {
                  throw new IllegalStateException("timed out");
                }));
    assertEquals("found", values.get("g1", () -> "found"));
  }
}
