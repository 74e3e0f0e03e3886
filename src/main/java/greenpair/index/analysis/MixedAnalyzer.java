package greenpair.index.analysis;

import module java.base;

import greenpair.text.Simplified;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// How texts in both languages, mixed or not, become the terms of one field. They are distinguished
/// by script: Latin words are folded and stemmed, see [WordForms]; numbers and units are kept. Han
/// characters are converted to Simplified and become overlapping pairs, which need no dictionary
/// and therefore hide no word.
///
/// Documents keep every term. Stop words are removed from queries only, so they can change without
/// a new index.
public final class MixedAnalyzer extends Analyzer {
  private final Map<String, String> regional;
  private final WordForms forms = new WordForms();

  public MixedAnalyzer(Simplified simplified) {
    this.regional = simplified.pairs();
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream stream = new SimplifiedFilter(new CJKWidthFilter(source));
    stream = new CJKBigramFilter(new FormFilter(stream, forms), CJKBigramFilter.HAN);
    return new TokenStreamComponents(source, new RegionalFilter(stream, regional));
  }

  private static final class FormFilter extends TokenFilter {
    private static final String HAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];

    private final WordForms forms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    FormFilter(TokenStream input, WordForms forms) {
      super(input);
      this.forms = forms;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (!HAN.equals(type.type())) {
        String form = forms.of(term.toString());
        term.setEmpty().append(form);
      }
      return true;
    }
  }
}
