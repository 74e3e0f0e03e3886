package greenpair;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededTest {
  private static final int SEEDS = 200;

  @Test
  void random_ofSeedsThatFollowEachOther_beginsEachOfFiveWaysAtLeastTwentyTimes() {
    int[] first = new int[5];
    IntStream.rangeClosed(1, SEEDS).forEach(each -> first[Seeded.Runs.random(each).nextInt(5)]++);
    // 40 of each are expected; 20 are more than three standard deviations fewer.
    assertTrue(Arrays.stream(first).allMatch(each -> each >= 20), () -> Arrays.toString(first));
  }
}
