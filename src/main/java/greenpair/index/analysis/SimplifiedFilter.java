package greenpair.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Turns Traditional Chinese characters into Simplified ones, as ICU's "Traditional-Simplified"
/// does, see [HanTable]. The tokenizer emits each Han character as its own token; tokens of other
/// scripts are unchanged.
public final class SimplifiedFilter extends TokenFilter {
  private static final int[] SIMPLIFIED = HanTable.simplified();

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
      int simplified = SIMPLIFIED[point];
      if (simplified != point) {
        term.resizeBuffer(2);
        term.setLength(Character.toChars(simplified, term.buffer(), 0));
      }
    }
    return true;
  }

  /// The text with every Traditional character turned Simplified; its length stays, so one that is
  /// simplified outside the basic plane (騄) is left as it is.
  public static String simplify(String text) {
    StringBuilder simple = null;
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int point = text.codePointAt(at);
      next = at + Character.charCount(point);
      int other = sameLength(point);
      if (other != point) {
        simple = simple == null ? new StringBuilder(text) : simple;
        simple.replace(at, next, Character.toString(other));
      }
    }
    return simple == null ? text : simple.toString();
  }

  private static int sameLength(int point) {
    int simple = Character.isIdeographic(point) ? SIMPLIFIED[point] : point;
    return Character.charCount(simple) == Character.charCount(point) ? simple : point;
  }
}
