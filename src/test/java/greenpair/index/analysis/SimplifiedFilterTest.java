package greenpair.index.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

final class SimplifiedFilterTest {
  @Test
  void filter_everyCharacterThereIs_givesWhatIcuGives() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
      if (Character.isLetterOrDigit(point)) {
        all.appendCodePoint(point).append(' ');
      }
    }
    assertSameAsIcu(all.toString());
  }

  @Test
  void filter_mixedText_givesWhatIcuGives() throws IOException {
    assertSameAsIcu("光電幕牆 BIPV、儲能電站 Yan'an 2025年 ﾊﾟﾈﾙ 𠮷野家 コンクリート 대한民國");
  }

  private static void assertSameAsIcu(String text) throws IOException {
    Tokenizer ours = new StandardTokenizer();
    Tokenizer icus = new StandardTokenizer();
    Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    List<String> expected = terms(icus, new ICUTransformFilter(icus, simplified), text);
    assertEquals(expected, terms(ours, new SimplifiedFilter(ours), text));
  }

  private static List<String> terms(Tokenizer source, TokenStream stream, String text)
      throws IOException {
    source.setReader(new StringReader(text));
    List<String> terms = new ArrayList<>();
    try (stream) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }
}
