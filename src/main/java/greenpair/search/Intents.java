package greenpair.search;

import greenpair.catalog.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The kinds that a query requests by a word: who lends or grants (financiers), who makes or
/// supplies (firms), where it was done (deployments). Latin words count as wholes, Chinese ones
/// anywhere. Not applied to passages, which mention companies and funds without asking for them.
final class Intents {
  private final Map<Kind, List<Pattern>> asks = new EnumMap<>(Kind.class);

  Intents(Map<Kind, Set<String>> words) {
    words.forEach(
        (kind, all) -> asks.put(kind, all.stream().sorted().map(Intents::pattern).toList()));
  }

  private static Pattern pattern(String word) {
    boolean isHan = Character.isIdeographic(word.codePointAt(0));
    String literal = Pattern.quote(word.toLowerCase(Locale.ROOT));
    return Pattern.compile(
        isHan ? literal : "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])");
  }

  Set<Kind> of(String text) {
    Set<Kind> asked = EnumSet.noneOf(Kind.class);
    if (Passages.isPassage(text)) {
      return asked;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    asks.forEach(
        (kind, words) -> {
          if (words.stream().anyMatch(word -> word.matcher(lower).find())) {
            asked.add(kind);
          }
        });
    return asked;
  }
}
