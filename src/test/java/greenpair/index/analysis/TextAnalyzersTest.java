package greenpair.index.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.index.contract.IndexFields;
import greenpair.text.Simplified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables of texts and their terms. A row is text, then terms with blanks between.
class TextAnalyzersTest {
  private final TextAnalyzers analysis =
      new TextAnalyzers(
          Set.of("the", "for", "of", "in"),
          Set.of("以及", "我们"),
          new Simplified(Map.of("塑膠", "塑料", "計程車", "出租车")));

  private List<String> split(String terms) {
    return terms.isEmpty() ? List.of() : List.of(terms.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Electric buses for the city | electric bus city", "BUS bus Buses | bus",
        "Yan'an's heating | yan'an heating", "heat pumps | heat pump",
        "San José | san jose", "Zūm school buses | zum school bus",
        "e-bus e-buses | e bus", "100% renewable by 2045 | 100 renewable by 2045",
        "CO2 | co2", "of the in for | ``",
        "… - / () | ``", "氢能 | ``",
        "BYD纯电动公交bus | byd bus"
      })
  void englishText_isSplit_isFoldedAndStemmed(String text, String terms) {
    assertEquals(split(terms), analysis.terms(IndexFields.ENGLISH, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "氢能 | 氢能", "煤改电 | 煤改 改电",
        "氢 | 氢", "纯电动公交 | 纯电 电动 动公 公交",
        "電動公交 | 电动 动公 公交", "塑膠回收 | 塑料 胶回 回收",
        "塑胶 | 塑料", "電動計程車 | 电动 动计 出租 租车",
        "氫能與儲能 | 氢能 能与 与储 储能", "氢能，储能 | 氢能 储能",
        "氢能以及储能 | 氢能 能以 及储 储能", "BYD纯电动bus公交 | 纯电 电动 公交",
        "electric bus | ``", "２００辆公交 | 辆公 公交"
      })
  void chineseText_isSplit_isPairsOfSimplifiedCharacters(String text, String terms) {
    assertEquals(split(terms), analysis.terms(IndexFields.CHINESE, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Yan'an | yanan", "Yan’an | yanan", "Yanan | yanan", "延安市 | 延安 安市",
        "Zūm | zum", "Zum | zum", "San José | san jose", "San Jose | san jose",
        "BYD Motors | byd motors", "比亞迪 | 比亚 亚迪", "比亚迪 | 比亚 亚迪", "ＢＹＤ | byd",
        "BYD比亚迪 | byd 比亚 亚迪", "The Gap Fund | the gap fund"
      })
  void name_isSplit_isFoldedButNotStemmed(String text, String terms) {
    assertEquals(split(terms), analysis.terms(IndexFields.NAME, text));
  }

  @Test
  void terms_thatOccurTwice_areGivenOnceInOrderOfFirstPlace() {
    assertEquals(
        List.of("bus", "lamp"), analysis.terms(IndexFields.ENGLISH, "bus lamp bus lamp buses"));
  }

  @Test
  void text_ofManyLines_isSplitToItsEnd() {
    assertEquals(
        List.of("word", "last"),
        analysis.terms(IndexFields.ENGLISH, "word\n".repeat(5000) + "last"));
  }

  @Test
  void characterBeyondTheFirstPlane_isKeptWhole() {
    assertEquals(List.of("𠮷野"), analysis.terms(IndexFields.CHINESE, "𠮷野"));
  }
}
