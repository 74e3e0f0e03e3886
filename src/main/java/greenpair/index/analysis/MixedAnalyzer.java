package greenpair.index.analysis;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// How texts in both languages, mixed or not, become the terms of one field. They are distinguished
/// by script: Latin words are folded and stemmed (Krovetz), possessives and inner apostrophes are
/// removed (Yan'an = Yanan), numbers and units are kept. Han characters are converted to Simplified
/// and become overlapping pairs, which need no dictionary and therefore hide no word.
///
/// Documents keep every term. Stop words are removed from queries only, so they can change without
/// a new index.
public final class MixedAnalyzer extends Analyzer {
  private final Map<String, String> regional;

  public MixedAnalyzer(Simplified simplified) {
    this.regional = simplified.pairs();
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream stream = new SimplifiedFilter(new CJKWidthFilter(source));
    stream = new ApostropheFilter(new EnglishPossessiveFilter(new LowerCaseFilter(stream)));
    stream = new KStemFilter(new ASCIIFoldingFilter(stream));
    stream = new CJKBigramFilter(stream, CJKBigramFilter.HAN);
    return new TokenStreamComponents(source, new RegionalFilter(stream, regional));
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
