package greenpair.index.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The terms of words that are not Chinese: folded, without possessives and inner apostrophes
/// (Yan'an = Yanan), stemmed (Krovetz, singular). Terms of the first words are kept, because texts
/// repeat words and looking one up takes a tenth of the time. For use by many threads.
final class WordForms {
  private static final int KEPT = 20_000;
  private static final int LONGEST = 32;

  private static final Analyzer ONE =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new KeywordTokenizer();
          TokenStream stream = new EnglishPossessiveFilter(new LowerCaseFilter(source));
          stream = new ASCIIFoldingFilter(new ApostropheFilter(stream));
          return new TokenStreamComponents(source, new KStemFilter(stream));
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
    try (TokenStream stream = ONE.tokenStream("", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? Stems.singular(term.toString()) : word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class ApostropheFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ApostropheFilter(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      char[] buffer = term.buffer();
      int kept = 0;
      for (int at = 0; at < term.length(); at++) {
        if (buffer[at] != '\'' && buffer[at] != '\u2019') {
          buffer[kept++] = buffer[at];
        }
      }
      term.setLength(kept);
      return true;
    }
  }
}
