package greenpair.catalog.value;

import java.util.Locale;

/// A condition of a place under which a solution works well or does not.
public enum SiteCondition implements Word {
  SEVERE_COLD,
  COLD,
  MILD,
  HOT,
  HUMID,
  ARID,
  COAST,
  PORT,
  RIVER,
  DENSE,
  LARGE_CITY,
  SMALL_CITY,
  HEATING_NETWORK,
  NO_HEATING_NETWORK,
  HIGH_SOLAR,
  INDUSTRY,
  FARMLAND;

  /// The word in catalog files, such as `severe-cold`.
  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
