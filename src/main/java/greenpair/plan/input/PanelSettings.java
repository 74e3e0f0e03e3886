package greenpair.plan.input;

/// The panels of experts of a plan.
///
/// @param experts maximum number of experts of a need, from 0
/// @param panel maximum number of experts of a city, for all its needs together, from 1
/// @param daysPerNeed days that an expert spends on a need, 1 to 366
public record PanelSettings(int experts, int panel, int daysPerNeed) {
  static final int MOST_DAYS = 366;

  /// The needs that an expert with that many days has time for.
  int needs(int days) {
    return days / daysPerNeed;
  }
}
