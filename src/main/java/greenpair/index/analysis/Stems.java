package greenpair.index.analysis;

import module java.base;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Stems of English words by Porter's second algorithm (Snowball), which conflates more forms than
/// the stems of the index do (heating, heated = heat). Used for guessing concepts, not for
/// searching.
public final class Stems {
  private static final Analyzer KROVETZ =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new KeywordTokenizer();
          return new TokenStreamComponents(source, new KStemFilter(source));
        }
      };

  /// News is not the plural of new.
  private static final int SHORTEST = 4;

  private static final Pattern OTHERS = Pattern.compile("[ius]s$");

  private Stems() {}

  /// Whether the dictionary of the index's stems (Krovetz) has the word, in lower case and
  /// singular. The dictionary is not accessible, but "-able" is removed only if the rest is in it.
  public static boolean isEnglish(String word) {
    return krovetz(word + "able").equals(word);
  }

  /// The stem of a word in lower case as the index has it; mostly a word of the dictionary itself.
  public static String krovetz(String word) {
    return singular(term(KROVETZ, word));
  }

  /// The one term that an analyzer makes of a word; the word itself if it makes none.
  static String term(Analyzer analyzer, String word) {
    try (TokenStream stream = analyzer.tokenStream("", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? term.toString() : word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A plural that the dictionary has as a word of its own (bonds, pipes), without its ending.
  static String singular(String stem) {
    boolean isPlural =
        stem.length() > SHORTEST && stem.endsWith("s") && !OTHERS.matcher(stem).find();
    return isPlural ? stem.substring(0, stem.length() - 1) : stem;
  }

  /// The stem of a word in lower case.
  public static String english(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
