package greenpair.match.signal;

import module java.base;

import greenpair.index.contract.Traits;

/// `language`: whether the expert works in a language of the city, in [0, 1]: 1 if they share one,
/// else 0. Only the language of a tag counts: `zh-Hant` and `zh` are the same. Unknown when the
/// languages of either are unknown; those of a city are the `languages` of its country in
/// `eligibility.yaml`.
public final class SharedLanguage implements Signal {
  public static final String NAME = "language";

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    return of(pair)
        .map(isShared -> SignalValue.of(isShared ? 1 : 0))
        .orElseGet(() -> SignalValue.unknown(pair.rules().ranking().prior(NAME)));
  }

  /// Whether they share a language; empty if unknown.
  public static Optional<Boolean> of(NeedCandidatePair pair) {
    List<String> spoken = ((Traits.OfExpert) pair.candidate().traits()).languages();
    List<String> here = pair.rules().eligibility().languages(pair.query().city().country());
    return spoken.isEmpty() || here.isEmpty()
        ? Optional.empty()
        : Optional.of(spoken.stream().anyMatch(tag -> here.contains(language(tag))));
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
