package greenpair.index.analysis;

import module java.base;

import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Turns pairs of characters of words of other regions into those of the mainland's word, see
/// [Simplified][greenpair.text.Simplified].
public final class RegionalFilter extends TokenFilter {
  private final CharArrayMap<String> pairs;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  public RegionalFilter(TokenStream input, Map<String, String> pairs) {
    super(input);
    this.pairs = CharArrayMap.copy(pairs);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() == 2 && Character.isIdeographic(term.charAt(0))) {
      String other = pairs.get(term.buffer(), 0, 2);
      if (other != null) {
        term.setEmpty().append(other);
      }
    }
    return true;
  }
}
