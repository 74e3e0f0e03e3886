package greenpair.search.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.concept.HanWords;
import greenpair.index.contract.SearchWord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingWordsTest {
  /// Nothing is in the dictionary.
  private static List<HanWords.Part> unknown(String text) {
    return List.of(new HanWords.Part(0, text.length(), false));
  }

  private static SearchWord word(String text, String word, double weight, boolean occurs) {
    int start = text.indexOf(word);
    SearchWord.Role role = weight == 1 ? SearchWord.Role.WORD : SearchWord.Role.PAIR;
    return new SearchWord(word, role, start, start + word.length(), weight, 1, occurs, List.of());
  }

  @Test
  void latinWord_thatNoKindHas_isNamed() {
    String text = "Pizza oven";
    assertEquals(
        List.of("Pizza"),
        MissingWords.in(
            text,
            List.of(
                new SearchWord("pizza", SearchWord.Role.WORD, 0, 5, 1, 1, false, List.of()),
                word(text, "oven", 1, false),
                word(text, "oven", 1, true)),
            Set.of(),
            MissingWordsTest::unknown));
  }

  @Test
  void run_ofPairsThatNoDictionaryHolds_isNamedAsAWhole() {
    String text = "披萨外卖";
    assertEquals(
        List.of("披萨外卖"),
        MissingWords.in(
            text,
            List.of(
                word(text, "披萨", 0.25, false),
                word(text, "萨外", 0.25, false),
                word(text, "外卖", 0.25, false)),
            Set.of(),
            MissingWordsTest::unknown));
  }

  @Test
  void pair_acrossTwoWordsThatOccurByAccident_doesNotHideThem() {
    String text = "披萨外卖";
    assertEquals(
        List.of("披萨", "外卖"),
        MissingWords.in(
            text,
            List.of(
                word(text, "披萨", 0.25, false),
                word(text, "萨外", 0.25, true),
                word(text, "外卖", 0.25, false)),
            Set.of(),
            MissingWordsTest::unknown));
  }

  @Test
  void pair_acrossAWordThatOccurs_isNotNamed() {
    String text = "寒冷披萨";
    assertEquals(
        List.of("披萨"),
        MissingWords.in(
            text,
            List.of(
                word(text, "寒冷", 1, true),
                word(text, "冷披", 0.25, false),
                word(text, "披萨", 0.25, false)),
            Set.of(),
            MissingWordsTest::unknown));
  }

  @Test
  void numbers_andEmptyWords_areNotNamed() {
    String text = "elsewhere 4.2 怎么";
    assertEquals(
        List.of(),
        MissingWords.in(
            text,
            List.of(
                word(text, "elsewhere", 1, false),
                word(text, "4.2", 1, false),
                word(text, "怎么", 1, false)),
            Set.of("elsewhere", "怎么"),
            MissingWordsTest::unknown));
  }

  @Test
  void particles_areNotOfTheWord() {
    String text = "和披萨的";
    assertEquals(
        List.of("披萨"),
        MissingWords.in(
            text,
            List.of(
                word(text, "和披", 0.25, false),
                word(text, "披萨", 0.25, false),
                word(text, "萨的", 0.25, false)),
            Set.of("和", "的"),
            MissingWordsTest::unknown));
    assertEquals(
        List.of(),
        MissingWords.in(
            "  的", List.of(word("  的", "的", 0.25, false)), Set.of("的"), MissingWordsTest::unknown));
    assertEquals(
        List.of("猫"),
        MissingWords.in(
            "猫", List.of(word("猫", "猫", 0.25, false)), Set.of(), MissingWordsTest::unknown));
  }

  @Test
  void missingPairs_areNamedInWholeWords() {
    String text = "寻找一个知道";
    List<SearchWord> words =
        List.of(
            word(text, "寻找", 1, true),
            word(text, "找一", 0.5, false),
            word(text, "一个", 1, true),
            word(text, "个知", 0.5, false),
            word(text, "知道", 1, false));
    assertEquals(
        List.of("知道"),
        MissingWords.in(
            text,
            words,
            Set.of(),
            each ->
                List.of(
                    new HanWords.Part(0, 2, true),
                    new HanWords.Part(2, 4, true),
                    new HanWords.Part(4, 6, true))));
  }
}
