package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Kind;

/// The names of the signals that `ranking.yaml` weighs.
///
/// @param bySide for each side and ranked kind, in the order of explanations; no key where a kind
///     has no signal on that side
public record SignalNames(Map<Side, Map<Kind, List<String>>> bySide) {
  List<String> of(Kind kind, Side side) {
    return bySide.getOrDefault(side, Map.of()).getOrDefault(kind, List.of());
  }

  List<String> all() {
    return bySide.values().stream()
        .flatMap(kinds -> kinds.values().stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
