package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.match.settings.ExponentialDecay;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryRateTest {
  /// With a half-life of one year the memory is 1 + 1/2 + 1/4 ... = 2 years, so that r = (0.05 x 4
  /// + e) / (4 + 2).
  @Test
  void rate_isThePosteriorMean_workedByHand() {
    ExponentialDecay fading = new ExponentialDecay(1);
    assertEquals(0.2 / 6, EntryRate.of(List.of(), 2020, fading), 1e-12);
    assertEquals(1.2 / 6, EntryRate.of(List.of(2020), 2020, fading), 1e-12);
    assertEquals(1.95 / 6, EntryRate.of(List.of(2020, 2019, 2018), 2020, fading), 1e-12);
  }
}
