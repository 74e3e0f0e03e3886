package greenpair.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
  private final List<Integer> used = new ArrayList<>();

  private static ReadAhead.Source<Integer> upTo(int count) {
    return out -> {
      for (int i = 0; i < count; i++) {
        out.take(i);
      }
    };
  }

  /// Fails with this where a record is this.
  private static Integer failingAt(int bad, int one) {
    if (one == bad) {
      throw new IllegalStateException("boom");
    }
    return one;
  }

  private void assertFails(IntFunction<Integer> preparation, ReadAhead.Sink<Integer> out) {
    IllegalStateException told =
        assertThrows(
            IllegalStateException.class,
            () -> ReadAhead.run(upTo(100_000), one -> 1, preparation::apply, out));
    assertEquals("boom", told.getMessage());
    assertEquals(IntStream.range(0, used.size()).boxed().toList(), used);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 65, 10_000})
  void allThatIsRead_isUsedInOrder(int count) throws IOException {
    ReadAhead.run(upTo(count), one -> 1, one -> one, used::add);
    assertEquals(IntStream.range(0, count).boxed().toList(), used);
  }

  @Test
  void reading_thatFails_isReportedAfterWhatWasReadBefore() {
    for (Throwable failure : List.of(new IOException("disk"), new StackOverflowError())) {
      used.clear();
      Throwable told =
          assertThrows(
              Throwable.class,
              () ->
                  ReadAhead.<Integer, Integer>run(
                      out -> {
                        upTo(100).read(out);
                        if (failure instanceof IOException e) {
                          throw e;
                        }
                        throw (Error) failure;
                      },
                      one -> 1,
                      one -> one,
                      used::add));
      assertEquals(failure, told);
      assertEquals(100, used.size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 99_990})
  void preparation_thatFails_isReported(int bad) {
    assertFails(one -> failingAt(bad, one), used::add);
  }

  @Test
  void use_thatFails_endsTheReading() {
    assertFails(one -> one, one -> used.add(failingAt(10, one)));
    assertEquals(10, used.size());
  }

  @Test
  void heavyRecords_waitAloneAndFewAtATime() throws IOException {
    int[] read = {0};
    List<Integer> ahead = new ArrayList<>();
    ReadAhead.<Integer, Integer>run(
        out -> {
          for (; read[0] < 100; read[0]++) {
            out.take(read[0]);
          }
        },
        one -> 1 << 20,
        one -> one,
        one -> ahead.add(read[0] - one));
    assertEquals(100, ahead.size());
    assertTrue(ahead.stream().allMatch(each -> each < 7), ahead::toString);
  }
}
