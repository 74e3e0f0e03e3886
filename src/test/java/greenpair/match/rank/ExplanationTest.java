package greenpair.match.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static Explanation.Part part(Side side, double weight, double value) {
    return Explanation.part("s", side, weight, Signal.SignalValue.of(value));
  }

  /// Parts whose weights sum to 1.
  private static List<Explanation.Part> parts(Side side, Random random) {
    double[] weights = random.doubles(1 + random.nextInt(7), 0, 1).toArray();
    double sum = java.util.Arrays.stream(weights).sum();
    List<Explanation.Part> parts = new ArrayList<>();
    for (double weight : weights) {
      double value = random.nextInt(4) == 0 ? 1 : random.nextDouble();
      parts.add(part(side, weight / sum, value));
    }
    return parts;
  }

  private static Explanation fuse(List<Explanation.Part> city, List<Explanation.Part> partner) {
    return Explanation.of(Stream.concat(city.stream(), partner.stream()).toList());
  }

  private static void assertExact(Explanation explanation) {
    BigDecimal sum =
        explanation.parts().stream()
            .map(each -> BigDecimal.valueOf(each.contribution()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(BigDecimal.valueOf(explanation.value())), sum::toString);
  }

  @Seeded
  void contributions_ofRandomParts_sumExactlyToTheValue(Random random) {
    List<Explanation.Part> city = parts(Side.CITY, random);
    List<Explanation.Part> partner = parts(Side.PARTNER, random);
    assertExact(Explanation.of(city));
    assertExact(fuse(city, partner));
  }

  @Seeded
  void fusedValue_ofRandomParts_isTheHarmonicMeanAndInRange(Random random) {
    List<Explanation.Part> city = parts(Side.CITY, random);
    List<Explanation.Part> partner = parts(Side.PARTNER, random);
    Explanation fused = fuse(city, partner);
    double a = Explanation.of(city).value();
    double sum = partner.stream().mapToDouble(Explanation.Part::contribution).sum();
    double b = Math.min(1, Math.round(sum * 1e6) / 1e6);
    assertEquals(a, fused.city());
    assertEquals(b, fused.partner());
    assertEquals(a + b == 0 ? 0 : 2 * a * b / (a + b), fused.value(), 1e-5);
    assertTrue(fused.value() >= 0 && fused.value() <= 1, () -> "got " + fused.value());
    assertEquals(city.size() + partner.size(), fused.parts().size());
    assertEquals(Side.CITY, fused.parts().getFirst().side());
    assertEquals(Side.PARTNER, fused.parts().getLast().side());
  }

  @Test
  void fusedParts_byHand_weighByTheOtherSide() {
    // a = 0.6, b = 0.2: the city's parts count 0.2 / 0.8, the partner's 0.6 / 0.8.
    Explanation fused = fuse(List.of(part(Side.CITY, 1, 0.6)), List.of(part(Side.PARTNER, 1, 0.2)));
    assertEquals(0.3, fused.value());
    assertEquals(0.25, fused.parts().getFirst().weight(), 1e-12);
    assertEquals(0.75, fused.parts().getLast().weight(), 1e-12);
    assertEquals(0.15, fused.parts().getFirst().contribution());
    assertEquals(0.15, fused.parts().getLast().contribution());
  }

  @Test
  void oneSideOfZero_givesZero() {
    List<Explanation.Part> zero = List.of(part(Side.PARTNER, 1, 0));
    assertEquals(0.0, fuse(List.of(part(Side.CITY, 1, 1)), zero).value());
    Explanation both = fuse(List.of(part(Side.CITY, 1, 0)), zero);
    assertEquals(0.0, both.value());
    both.parts().forEach(each -> assertEquals(0.0, each.contribution()));
  }

  @Test
  void noPartnerSide_leavesTheCitysScore() {
    Explanation alone = fuse(List.of(part(Side.CITY, 1, 0.4)), List.of());
    assertEquals(0.4, alone.value());
    Double city = alone.city();
    assertNotNull(city);
    assertEquals(0.4, city.doubleValue());
    assertNull(alone.partner());
  }

  @Test
  void sixEqualWeights_ofWholeValues_giveNoMoreThanOne() {
    // 1/6 rounds up to 0.166667, and six of those are 1.000002.
    List<Explanation.Part> city = Collections.nCopies(6, part(Side.CITY, 1.0 / 6, 1));
    Explanation whole = Explanation.of(city);
    assertEquals(1.0, whole.value());
    assertExact(whole);
    Explanation both = fuse(city, Collections.nCopies(6, part(Side.PARTNER, 1.0 / 6, 1)));
    assertExact(both);
    assertEquals(1.0, both.value(), 1e-5);
  }

  @Test
  void unknownPart_staysUnknownWhenFused() {
    Explanation.Part unknown =
        Explanation.part("s", Side.PARTNER, 1, Signal.SignalValue.unknown(0.5));
    Explanation fused = fuse(List.of(part(Side.CITY, 1, 0.5)), List.of(unknown));
    assertTrue(fused.parts().getFirst().known());
    assertEquals(false, fused.parts().getLast().known());
    assertEquals(0.5, fused.value());
  }
}
