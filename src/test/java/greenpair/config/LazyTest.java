package greenpair.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
  @Test
  void value_isMadeWhenItIsAskedFor_onceForAllThreads() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Lazy<Integer> later = new Lazy<>(made::incrementAndGet);
    assertEquals(0, made.get());
    Callable<Integer> ask = later::get;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : threads.invokeAll(Collections.nCopies(20, ask))) {
        assertEquals(1, each.get());
      }
    }
    assertEquals(List.of(1, 1), List.of(made.get(), later.get()));
  }
}
