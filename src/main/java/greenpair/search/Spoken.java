package greenpair.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words of which one may stand in a text: Latin words as wholes, Chinese ones anywhere.
final class Spoken {
  private final List<Pattern> words;

  Spoken(Collection<String> words) {
    this.words = words.stream().sorted().map(Spoken::pattern).toList();
  }

  private static Pattern pattern(String word) {
    boolean isHan = Character.isIdeographic(word.codePointAt(0));
    String literal = Pattern.quote(word.toLowerCase(Locale.ROOT));
    return Pattern.compile(
        isHan ? literal : "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])");
  }

  /// The text in lower case, with a blank in place of each of these words.
  String without(String text) {
    String rest = text.toLowerCase(Locale.ROOT);
    for (Pattern word : words) {
      rest = word.matcher(rest).replaceAll(" ");
    }
    return rest;
  }

  boolean isIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> word.matcher(lower).find());
  }
}
