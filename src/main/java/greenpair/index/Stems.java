package greenpair.index;

import org.tartarus.snowball.ext.EnglishStemmer;

/// Stems of English words by Porter's second algorithm (Snowball), which joins more forms than the
/// stems of the index do (heating, heated = heat): for guessing what is meant, not for finding it.
public final class Stems {
  private Stems() {}

  /// The stem of a word in lower case.
  public static String english(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
