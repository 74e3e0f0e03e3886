package greenpair.registry.source.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.value.Attributes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeRuleTest {
  private static final MergeRule SUM = new MergeRule.Sum();

  @Test
  void sum_ofLargeAndOfSmallAmounts_isExact() {
    assertEquals(1.2e13, SUM.of(List.of(6e12, 6e12)));
    assertEquals(2e-7, SUM.of(List.of(1e-7, 1e-7)));
    assertEquals(0.3, SUM.of(List.of(0.1, 0.2)));
  }

  @Test
  void sum_beyondAllNumbers_isUnknown() {
    assertNull(SUM.of(List.of(1.7e308, 1.7e308)));
    assertNull(SUM.of(List.of(9e14, 9e14)), "more than the catalog takes");
  }

  @Test
  void sum_withAnUnknownPartOrTwoUnits_isUnknown() {
    List<@Nullable Object> values = new ArrayList<>(List.of(1.0));
    values.add(null);
    assertNull(SUM.of(values));
    assertNull(SUM.of(List.of(amount(1.0, "MW"), amount(1.0, "kW"))));
    assertEquals(amount(3.5, "MW"), SUM.of(List.of(amount(1.0, "MW"), amount(2.5, "MW"))));
  }

  private static Attributes.Size amount(double value, String unit) {
    return new Attributes.Size(value, unit);
  }

  @Seeded
  void sum_ofAnyAmounts_isThatOfDecimals(Random random) {
    List<@Nullable Object> values = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int more = 1 + random.nextInt(20); more > 0; more--) {
      BigDecimal each = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(25) - 5);
      values.add(each.doubleValue());
      sum = sum.add(each);
    }
    assertEquals(sum.doubleValue(), SUM.of(values));
  }
}
