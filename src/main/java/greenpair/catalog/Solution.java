package greenpair.catalog;

import greenpair.catalog.value.Rule;
import greenpair.catalog.value.SiteCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A technology in the form in which a city can buy it.
///
/// @param readiness technology readiness level of ISO 16290, 1 to 9
/// @param suits conditions under which it works well, words of [SiteCondition]
/// @param avoid conditions under which it does not
/// @param gridDependent whether its saving depends on the grid's emission factor
public record Solution(
    Profile profile,
    @Nullable Text replaces,
    @Rule.Range(min = 1, max = 9) @Nullable Integer readiness,
    @Nullable Size typicalSize,
    List<SiteCondition> suits,
    List<SiteCondition> avoid,
    @Nullable Text conditions,
    @Nullable Boolean gridDependent)
    implements Entry {
  /// A typical size of one purchase.
  public record Size(
      @Rule.Range @Nullable Double min,
      @Rule.Range @Rule.NotBelow("min") @Nullable Double max,
      String unit) {}

  public Solution {
    suits = List.copyOf(suits);
    avoid = List.copyOf(avoid);
  }

  @Override
  public Kind kind() {
    return Kind.SOLUTION;
  }
}
