package greenpair.evaluate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /// Every value is its own cluster.
  private static Interval interval(Bootstrap bootstrap, Collection<Double> values) {
    Map<String, List<Double>> clusters = new HashMap<>();
    values.stream()
        .sorted()
        .forEach(each -> clusters.put("%05d".formatted(clusters.size()), List.of(each)));
    return bootstrap.clustered(clusters);
  }

  private static final Bootstrap BOOTSTRAP = Bootstrap.of(7);

  private static List<Double> drawn(Random random, int size) {
    List<Double> values = new ArrayList<>();
    for (int value = 0; value < size; value++) {
      values.add(random.nextDouble());
    }
    return values;
  }

  /// By hand: of 0 and 1 two are drawn; the mean is 0, 0.5 or 1 with chance 1/4, 1/2, 1/4. So the
  /// lowest and the highest 10 % of the means are 0 and 1, and at level 0.4 (30 % off each side)
  /// both ends are 0.5.
  @Test
  void interval_ofTwoValues_workedByHand() {
    assertEquals(
        new Interval(0, 1, 0.8), interval(new Bootstrap(7, 10_000, 0.8), List.of(0.0, 1.0)));
    assertEquals(
        new Interval(0.5, 0.5, 0.4), interval(new Bootstrap(7, 10_000, 0.4), List.of(0.0, 1.0)));
  }

  /// By hand: two clusters, 3 zeros and 1 one. Both draws the first: 0/6; both the second: 2/2;
  /// one of each: 1/4. At level 0.4 both ends are the one in the middle: 0.25, not 0.5, since the
  /// mean is over values, not over clusters.
  @Test
  void interval_ofClustersOfUnequalSize_workedByHand() {
    Map<String, List<Double>> clusters =
        Map.of("beijing", List.of(0.0, 0.0, 0.0), "oakland", List.of(1.0));

    assertEquals(new Interval(0.25, 0.25, 0.4), new Bootstrap(7, 10_000, 0.4).clustered(clusters));
    assertEquals(new Interval(0, 1, 0.8), new Bootstrap(7, 10_000, 0.8).clustered(clusters));
  }

  /// Ten cities, all ten topics of a city alike: in truth 10 values, not 100.
  @Test
  void interval_ofAlikeTopicsByCity_isWiderThanByTopic() {
    Map<String, List<Double>> clusters = new TreeMap<>();
    List<Double> topics = new ArrayList<>();
    for (int city = 0; city < 10; city++) {
      clusters.put("city" + city, Collections.nCopies(10, city / 10.0));
      topics.addAll(Collections.nCopies(10, city / 10.0));
    }
    double byCity = width(BOOTSTRAP.clustered(clusters));
    double byTopic = width(interval(BOOTSTRAP, topics));

    assertEquals(Math.sqrt(10), byCity / byTopic, 0.2);
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  @Seeded(runs = 20)
  void interval_ofTheSameSeed_isTheSameInAnyOrder(Random random) {
    List<Double> values = drawn(random, 2 + random.nextInt(40));
    Interval interval = interval(BOOTSTRAP, values);
    Collections.shuffle(values, random);

    assertEquals(interval, interval(BOOTSTRAP, values));
    assertTrue(interval.low() >= Collections.min(values));
    assertTrue(interval.high() <= Collections.max(values));
  }

  /// Thirteen times 0.1 add up to less than 1.3, by rounding.
  @Test
  void interval_ofEqualValues_isTheirValue() {
    for (int size = 2; size <= 40; size++) {
      assertEquals(
          new Interval(0.1, 0.1, 0.95), interval(BOOTSTRAP, Collections.nCopies(size, 0.1)));
    }
  }

  /// 400 samples of 40 numbers whose mean is 0.5 in truth: about 95 % of the intervals hold it.
  @Test
  void interval_ofManySamples_holdsTheTrueMeanAsOftenAsItSays() {
    Random random = new Random(3);
    int held = 0;
    for (int sample = 0; sample < 400; sample++) {
      Interval interval = interval(new Bootstrap(sample, 999, 0.95), drawn(random, 40));
      if (interval.low() <= 0.5 && interval.high() >= 0.5) {
        held++;
      }
    }
    assertTrue(held >= 366 && held <= 394, "held " + held + " of 400");
  }
}
