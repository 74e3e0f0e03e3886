package greenpair.index.document;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.text.Simplified;

/// A phrase to be found in texts: whole words in Latin letters, each in singular or plural, and
/// Simplified characters as written, anywhere.
public final class Phrase {
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
  private static final Pattern Y = Pattern.compile("(?:y|ies)$");
  private static final Pattern HISS = Pattern.compile("(?<=s|x|ch|sh)(?:es?)?$");
  private static final Pattern PLURAL = Pattern.compile("(?<=...)s$");

  private final Pattern pattern;

  public Phrase(String written) {
    String simple = simple(written.strip());
    boolean isHan = !simple.isEmpty() && Character.isIdeographic(simple.codePointAt(0));
    pattern =
        Pattern.compile(
            isHan
                ? Pattern.quote(simple)
                : BETWEEN
                    .splitAsStream(simple)
                    .map(Phrase::word)
                    .collect(
                        Collectors.joining("[\\s-]", "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])")));
  }

  private static String word(String word) {
    if (Y.matcher(word).find()) {
      return Pattern.quote(Y.matcher(word).replaceFirst("")) + "(?:y|ie)s?";
    }
    // The plural of a word with s follows the next rule: "buses" of "bus", but "roads" of "road".
    String plain = word.endsWith("ss") ? word : PLURAL.matcher(word).replaceFirst("");
    return HISS.matcher(plain).find()
        ? Pattern.quote(HISS.matcher(plain).replaceFirst("")) + "(?:es?)?"
        : Pattern.quote(plain) + "s?";
  }

  public boolean isIn(Entry entry) {
    return pattern.matcher(simple(EntryText.all(entry))).find();
  }

  private static String simple(String text) {
    return Simplified.characters(text).toLowerCase(Locale.ROOT);
  }
}
