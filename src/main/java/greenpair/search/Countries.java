package greenpair.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The countries and regions that a typed query names, in either language: "Chinese bank", 加州. An
/// entry of such a country ranks higher. Not applied to passages, which mention places.
final class Countries {
  private final Map<String, Spoken> spoken = new LinkedHashMap<>();

  /// @param names words for each country or region, by its ISO 3166 code
  Countries(Map<String, Set<String>> names) {
    names.forEach((code, words) -> spoken.put(code, new Spoken(words)));
  }

  /// The codes, in order.
  Set<String> of(String text) {
    Set<String> codes = new TreeSet<>();
    if (!Passages.isPassage(text)) {
      spoken.forEach(
          (code, words) -> {
            if (words.isIn(text)) {
              codes.add(code);
            }
          });
    }
    return codes;
  }
}
