package greenpair.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
  private static ReadAhead.Source<Integer> upTo(int count) {
    return out -> {
      for (int i = 0; i < count; i++) {
        out.take(i);
      }
    };
  }

  private static void run(
      ReadAhead.Source<Integer> source, ToLongFunction<Integer> weight, ReadAhead.Sink<Integer> out)
      throws IOException {
    ReadAhead.run(source, () -> {}, weight, one -> one, out);
  }

  @Test
  void allThatIsRead_isTakenInOrderOnTheCallersThread() throws IOException {
    for (int count : new int[] {0, 1, 64, 65, 10_000}) {
      List<Integer> taken = new ArrayList<>();
      Thread caller = Thread.currentThread();
      run(
          upTo(count),
          one -> 1,
          one -> {
            assertEquals(caller, Thread.currentThread());
            taken.add(one);
          });
      assertEquals(IntStream.range(0, count).boxed().toList(), taken);
    }
  }

  @Test
  void reading_thatFails_isReportedAfterWhatWasReadBefore() {
    for (Throwable failure :
        List.of(
            new IOException("disk"), new IllegalStateException("rule"), new StackOverflowError())) {
      List<Integer> taken = new ArrayList<>();
      Throwable told =
          assertThrows(
              Throwable.class,
              () ->
                  run(
                      out -> {
                        upTo(100).read(out);
                        throwAny(failure);
                      },
                      one -> 1,
                      taken::add));
      assertEquals(failure.getClass(), told.getClass());
      assertEquals(failure.getMessage(), told.getMessage());
      assertEquals(100, taken.size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100_000})
  void preparation_thatFails_isReported_howeverMuchIsStillRead(int count) {
    IllegalStateException told =
        assertThrows(
            IllegalStateException.class,
            () ->
                ReadAhead.<Integer, Integer>run(
                    upTo(count),
                    () -> {},
                    one -> 1,
                    one -> {
                      if (one == 10) {
                        throw new IllegalStateException("boom");
                      }
                      return one;
                    },
                    one -> {}));
    assertEquals("boom", told.getMessage());
  }

  private static void throwAny(Throwable failure) throws IOException {
    switch (failure) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(failure);
    }
  }

  @Test
  void caller_thatFails_endsTheReadingAndClosesIt() {
    AtomicInteger read = new AtomicInteger();
    AtomicReference<Thread> reader = new AtomicReference<>();
    CountDownLatch closed = new CountDownLatch(1);
    assertThrows(
        CancelledByTest.class,
        () ->
            run(
                out -> {
                  reader.set(Thread.currentThread());
                  try {
                    while (true) {
                      out.take(read.incrementAndGet());
                    }
                  } finally {
                    closed.countDown();
                  }
                },
                one -> 1,
                one -> {
                  if (one == 10) {
                    throw new CancelledByTest();
                  }
                }));
    assertEquals(0, closed.getCount());
    assertFalse(reader.get().isAlive());
  }

  private static final class CancelledByTest extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void heavyOnes_waitAloneAndFewAtATime() throws IOException {
    AtomicInteger read = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    run(
        out -> {
          for (int i = 0; i < 100; i++) {
            read.incrementAndGet();
            out.take(i);
          }
        },
        one -> 1 << 20,
        one -> ahead.add(read.get() - one));
    assertEquals(100, ahead.size());
    assertTrue(ahead.stream().allMatch(each -> each <= 7), ahead::toString);
  }
}
