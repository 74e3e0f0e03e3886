package greenpair.plan.cohort;

import java.util.List;

/// Cities chosen among applicants.
///
/// @param cities their positions, ascending
/// @param value of the objective, in [0, 1]
/// @param bound no cohort that meets the conditions has a larger value
/// @param proven whether none has
record Chosen(List<Integer> cities, double value, double bound, boolean proven) {
  Chosen {
    cities = cities.stream().sorted().toList();
  }
}
