package greenpair.index.analysis;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Turns Traditional Chinese characters into Simplified ones, as ICU's "Traditional-Simplified"
/// does, at a fraction of its cost: the tokenizer emits each Han character as its own token, so ICU
/// is called once for each distinct character, and tokens of other scripts are unchanged.
public final class SimplifiedFilter extends TokenFilter {
  /// Code points of Simplified characters by Traditional ones; 0 if not looked up yet. A race
  /// between threads is harmless because they write the same value.
  private static final int[] KNOWN = new int[1 << Character.SIZE];

  /// Created when the first Han character occurs.
  private static final class Icu {
    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
  }

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
    if (Character.isIdeographic(point) && Character.charCount(point) == length) {
      int simplified = simplified(point);
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
    StringBuilder simple = new StringBuilder(text.length());
    text.codePoints().forEach(point -> simple.appendCodePoint(sameLength(point)));
    return simple.toString();
  }

  private static int sameLength(int point) {
    int simple = Character.isIdeographic(point) ? simplified(point) : point;
    return Character.charCount(simple) == Character.charCount(point) ? simple : point;
  }

  private static int simplified(int point) {
    if (point >= KNOWN.length) {
      return ask(point);
    }
    if (KNOWN[point] == 0) {
      KNOWN[point] = ask(point);
    }
    return KNOWN[point];
  }

  private static int ask(int point) {
    return Icu.SIMPLIFIED.transliterate(Character.toString(point)).codePointAt(0);
  }
}
