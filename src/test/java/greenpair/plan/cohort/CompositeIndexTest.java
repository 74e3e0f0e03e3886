package greenpair.plan.cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.cohort.Indicator.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeIndexTest {
  private static final double EXACT = 1e-12;
  private static final Method HALF = new Method(0.5);
  private static final List<EntryId> CITIES =
      List.of(new EntryId("a"), new EntryId("b"), new EntryId("c"));
  private static final Indicator GOOD = indicator("good", Indicator.Direction.HIGHER, 3);
  private static final Indicator BAD = indicator("bad", Indicator.Direction.LOWER, 1);

  private static Indicator indicator(String key, Indicator.Direction direction, double weight) {
    return new Indicator(key, new Text(key, key), new Text("1", "1"), direction, weight);
  }

  private static Observation seen(String city, String indicator, double value) {
    return new Observation(new EntryId(city), indicator, value, 2020, "test", true);
  }

  private static final List<Observation> SEEN =
      List.of(
          seen("a", "good", 10),
          seen("b", "good", 20),
          seen("c", "good", 40),
          seen("a", "bad", 1),
          seen("b", "bad", 5));

  private static double[] scores(Method method) {
    CompositeIndex index = CompositeIndex.of(CITIES, List.of(GOOD, BAD), SEEN, method);
    return index.scores(index.weights());
  }

  @Test
  void scores_areTheWeightedMeanOfWhatIsKnown() {
    double[] scores = scores(new Method(0));

    // good: 0, 1/3, 1; bad, turned: 1, 0, missing.
    assertArrayEquals(new double[] {0.25, 0.25, 1}, scores, EXACT);
  }

  @Test
  void city_ofWhichTooLittleIsKnown_hasNoScore() {
    CompositeIndex index =
        CompositeIndex.of(
            CITIES,
            List.of(GOOD, BAD),
            List.of(seen("a", "good", 1), seen("a", "bad", 1), seen("b", "bad", 2)),
            HALF);

    assertTrue(index.isScored(0));
    assertFalse(index.isScored(1), "a quarter of the weight is known");
    assertFalse(index.isScored(2), "nothing is known");
    assertEquals(0.25, index.known(1), EXACT);
    assertTrue(Double.isNaN(index.scores(index.weights())[1]));
  }

  @Test
  void index_whoseWeightsSumToZero_isRefused() {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                CompositeIndex.of(
                    CITIES,
                    List.of(indicator("good", Indicator.Direction.HIGHER, 0)),
                    List.of(),
                    HALF));

    assertTrue(String.valueOf(fault.getMessage()).contains("sum to 0"));
  }
}
