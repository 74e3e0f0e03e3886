package greenpair.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;

class QueryTranslatorTest {
  private static final QueryTranslator.Weights WEIGHTS = new QueryTranslator.Weights(0.5, 0.7, 2);

  private static final Lexicon LEXICON =
      new Lexicon(
          Map.of(
              "water", List.of("水"),
              "waste water", List.of("污水", "废水"),
              "sewage", List.of("废水", "污水", "污物"),
              "treat", List.of("处理", "治疗"),
              "plant", List.of("工厂"),
              "St. Louis", List.of("圣路易斯"),
              "internet of things", List.of("物联网")));

  private final QueryTranslator renderer =
      new QueryTranslator(
          LEXICON,
          Set.of("the", "of", "的", "什么"),
          new QueryTranslator.Forms(
              text -> text.replace('廢', '废'),
              word -> word.endsWith("ing") ? word.substring(0, word.length() - 3) : word,
              text -> "张之洞".equals(text) ? List.of("zhang", "zhi", "dong") : List.of()),
          WEIGHTS);

  private static List<String> said(List<QueryTranslator.Source> sources, String text) {
    return sources.stream()
        .map(
            each ->
                text.substring(each.start(), each.end())
                    + each.sayings().stream()
                        .map(saying -> " " + saying.written() + " " + saying.weight())
                        .reduce("", String::concat))
        .toList();
  }

  @Test
  void english_isFoundByTheLongestHeadword_asWrittenOrByStems() {
    String text = "the Waste-water Treating plant of ST LOUIS 2016";
    assertEquals(
        List.of(
            "Waste-water Waste-water 1.0 污水 1.0 废水 0.5",
            "Treating Treating 1.0 处理 1.0 治疗 0.5",
            "plant plant 1.0 工厂 1.0",
            "ST LOUIS ST LOUIS 1.0 圣路易斯 1.0",
            "2016 2016 1.0"),
        said(renderer.inChinese(text), text));
  }

  @Test
  void headwordWithAWordThatSaysNothing_isFound() {
    String text = "internet of things";
    assertEquals(1, renderer.inChinese(text).size());
  }

  @Test
  void headword_doesNotReachAcrossASentence() {
    assertEquals(2, renderer.inChinese("waste, water").size());
  }

  @Test
  void chinese_isSplitIntoKnownWords_theUsualHeadwordFirst() {
    String text = "什么廢水的处理";
    assertEquals(
        List.of("廢水 sewage 1.0 waste water 0.5", "处理 treat 1.0"),
        said(renderer.inEnglish(text), text));
  }

  @Test
  void unknownName_isReadAloud_asPersonAndAsPlace() {
    String text = "张之洞处理";
    assertEquals(
        List.of("张之洞 zhangzhidong 0.7 zhang zhidong 0.7", "处理 treat 1.0"),
        said(renderer.inEnglish(text), text));
  }

  @Test
  void mixedText_isSaidInEither() {
    String text = "BYD 污水 plant";
    assertEquals(
        List.of("BYD BYD 1.0", "污水 waste water 1.0 sewage 0.5", "plant plant 1.0"),
        said(renderer.inEnglish(text), text));
    assertEquals(
        List.of("BYD BYD 1.0", "污水 污水 1.0", "plant plant 1.0 工厂 1.0"),
        said(renderer.inChinese(text), text));
  }

  @Test
  void textThatNothingRenders_isNotSaid() {
    assertEquals(List.of(), renderer.inChinese("zzz 2016"));
    assertEquals(List.of(), renderer.inEnglish("plant"));
    assertEquals(List.of(), renderer.inEnglish(""));
  }

  @Test
  void emptyLexicon_saysNothing() {
    QueryTranslator none =
        new QueryTranslator(
            Lexicon.empty(),
            Set.of(),
            new QueryTranslator.Forms(text -> text, word -> word, text -> List.of()),
            WEIGHTS);
    assertTrue(none.inChinese("waste water").isEmpty());
    assertTrue(none.inEnglish("污水").isEmpty());
  }

  @Test
  void split_prefersLongWords_butLeavesFewCharacters() {
    HanWords words = new HanWords(Set.of("研究", "研究生", "生命", "命", "起源")::contains, 3);
    assertEquals(
        List.of(
            new HanWords.Part(0, 2, true),
            new HanWords.Part(2, 4, true),
            new HanWords.Part(4, 6, true),
            new HanWords.Part(6, 8, false)),
        words.split("研究生命起源某某"));
  }
}
