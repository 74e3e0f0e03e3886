package greenpair.index.analysis;

import greenpair.text.Simplified;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Turns Traditional Chinese characters into Simplified ones, as ICU's "Traditional-Simplified"
/// does, see [HanTable][greenpair.text.HanTable]. The tokenizer emits each Han character as its own
/// token; tokens of other scripts are unchanged.
public final class SimplifiedFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  public SimplifiedFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int length = term.length();
    int point = length == 0 ? 0 : Character.codePointAt(term.buffer(), 0, length);
    if (Character.charCount(point) == length && Character.isIdeographic(point)) {
      int simplified = Simplified.character(point);
      if (simplified != point) {
        term.resizeBuffer(2);
        term.setLength(Character.toChars(simplified, term.buffer(), 0));
      }
    }
    return true;
  }
}
