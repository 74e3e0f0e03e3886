package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.match.settings.EntrySettings;
import greenpair.match.settings.ExponentialDecay;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryRateTest {
  private static final ExponentialDecay FADING = new ExponentialDecay(1);
  private static final EntrySettings ENTRY = new EntrySettings(0.1, 4, 1, 0.1);

  /// With a half-life of one year the memory is 1 + 1/2 + 1/4 ... = 2 years, so that r = (0.1 x 4 +
  /// e) / (4 + 2).
  @Test
  void rate_isThePosteriorMean_workedByHand() {
    assertEquals(0.4 / 6, EntryRate.of(List.of(), 2020, FADING, ENTRY), 1e-12);
    assertEquals(1.4 / 6, EntryRate.of(List.of(2020), 2020, FADING, ENTRY), 1e-12);
    assertEquals(2.15 / 6, EntryRate.of(List.of(2020, 2019, 2018), 2020, FADING, ENTRY), 1e-12);
  }

  @Test
  void strongExpectation_pullsAFirmOfOneRegionToIt() {
    EntrySettings strong = new EntrySettings(0.1, 400, 1, 0.1);
    double one = EntryRate.of(List.of(2020), 2020, FADING, strong);
    assertTrue(Math.abs(one - 0.1) < 0.003, () -> "" + one);
  }
}
