package greenpair.catalog;

import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Sector;
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
    @Nullable Boolean gridDependent,
    @Nullable Effect effect)
    implements Entry {
  /// A typical size of one purchase.
  public record Size(
      @Rule.Range @Nullable Double min,
      @Rule.Range @Rule.NotBelow("min") @Nullable Double max,
      @Rule.Names(Rule.Named.UNIT) String unit) {}

  /// What it does where it is carried out, as a source states it.
  ///
  /// @param min least share of the emissions of the sector that it reaches and cuts, 0 to 1
  /// @param investment class of the cost
  /// @param years until it works, in years
  public record Effect(
      Sector sector,
      @Rule.Range(max = 1) double min,
      @Rule.Range(max = 1) @Rule.NotBelow("min") double max,
      @Nullable Investment investment,
      @Nullable Years years,
      @Nullable Text coBenefits,
      @Nullable Text hazards) {
    public enum Investment {
      LOW,
      MEDIUM,
      HIGH
    }
  }

  /// A time in years.
  public record Years(
      @Rule.Range(max = 100) @Nullable Double min,
      @Rule.Range(max = 100) @Rule.NotBelow("min") @Nullable Double max) {}

  public Solution {
    suits = List.copyOf(suits);
    avoid = List.copyOf(avoid);
  }

  @Override
  public Kind kind() {
    return Kind.SOLUTION;
  }
}
