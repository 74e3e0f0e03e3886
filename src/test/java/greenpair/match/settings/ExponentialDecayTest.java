package greenpair.match.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialDecayTest {
  @ParameterizedTest
  @CsvSource({
    "-3, 1",
    "0, 1",
    "8, 0.5",
    "16, 0.25",
    "4, 0.7071067811865476",
    "160, 9.5367431640625e-7"
  })
  void share_fallsByHalf_everyHalfLife(int years, double left) {
    assertEquals(left, new ExponentialDecay(8).after(years), 1e-15);
  }
}
