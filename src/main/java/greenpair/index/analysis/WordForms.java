package greenpair.index.analysis;

import module java.base;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;

/// The terms of words that are not Chinese: folded, without possessives and inner apostrophes
/// (Yan'an = Yanan), stemmed (Krovetz, singular). Terms of the first words are kept, because texts
/// repeat words and looking one up takes a tenth of the time. For use by many threads.
final class WordForms {
  private static final int KEPT = 20_000;
  private static final int LONGEST = 32;
  private static final Pattern APOSTROPHE = Pattern.compile("['\u2019]");

  private static final Analyzer ONE =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new KeywordTokenizer();
          TokenStream stream = new EnglishPossessiveFilter(new LowerCaseFilter(source));
          stream = new PatternReplaceFilter(stream, APOSTROPHE, "", true);
          return new TokenStreamComponents(source, new KStemFilter(new ASCIIFoldingFilter(stream)));
        }
      };

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  String of(String word) {
    String known = kept.get(word);
    if (known != null) {
      return known;
    }
    String form = form(word);
    if (word.length() <= LONGEST && kept.size() < KEPT) {
      kept.put(word, form);
    }
    return form;
  }

  private static String form(String word) {
    return Stems.singular(Stems.term(ONE, word));
  }
}
