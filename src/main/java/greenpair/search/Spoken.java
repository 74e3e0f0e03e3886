package greenpair.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words of which one may occur in a text: Latin words as wholes, with blanks or hyphens between
/// those of a phrase, Chinese ones anywhere.
final class Spoken {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String GAP = "[\\s\\p{Z}\\p{Pd}]+";

  private final List<Pattern> words;

  Spoken(Collection<String> words) {
    this.words = words.stream().sorted().map(Spoken::pattern).toList();
  }

  private static Pattern pattern(String word) {
    boolean isHan = Character.isIdeographic(word.codePointAt(0));
    String lower = word.toLowerCase(Locale.ROOT);
    if (isHan) {
      return Pattern.compile(Pattern.quote(lower));
    }
    String phrase =
        BLANKS.splitAsStream(lower).map(Pattern::quote).collect(Collectors.joining(GAP));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + phrase + "(?![\\p{L}\\p{N}])");
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
