package greenpair.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The countries and regions that a typed query names, in either language: "Chinese bank", 加州. An
/// entry of such a country ranks higher. Not applied to passages, which mention places.
final class Countries {
  private final Map<String, Spoken> spoken = new LinkedHashMap<>();
  private final Spoken none;

  /// @param names words for each country or region, by its ISO 3166 code
  /// @param none phrases that contain such a word and name none of them
  Countries(Map<String, Set<String>> names, Set<String> none) {
    this.none = new Spoken(none);
    names.forEach((code, words) -> spoken.put(code, new Spoken(words)));
  }

  /// The codes, in order, without a country if one of its regions is also named.
  Set<String> of(String text) {
    Set<String> codes = new TreeSet<>();
    if (!Passages.isPassage(text)) {
      String rest = none.without(text);
      spoken.forEach(
          (code, words) -> {
            if (words.isIn(rest)) {
              codes.add(code);
            }
          });
    }
    Set<String> whole = Set.copyOf(codes);
    codes.removeIf(code -> whole.stream().anyMatch(other -> other.startsWith(code + "-")));
    return codes;
  }
}
