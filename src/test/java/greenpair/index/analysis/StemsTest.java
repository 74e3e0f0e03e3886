package greenpair.index.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemsTest {
  @ParameterizedTest
  @ValueSource(strings = {"stink", "cough", "retire", "dog", "sewer", "library"})
  void word_ofTheDictionary_isEnglish(String word) {
    assertTrue(Stems.isEnglish(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"elctric", "biogass", "sollar", "amaresco", "heatpmp", "digeston"})
  void word_thatIsMisspeltOrAName_isNot(String word) {
    assertFalse(Stems.isEnglish(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"heat", "heated", "heating", "heats"})
  void forms_ofAWord_haveOneStem(String word) {
    assertEquals("heat", Stems.english(word));
  }

  @ParameterizedTest
  @CsvSource({
    "bonds, bond", "pipes, pipe", "lights, light", "apartments, apartment", "news, news",
    "gas, gas", "glass, glass", "analysis, analysis", "bus, bus", "batteries, battery",
  })
  void plural_ofTheDictionary_hasTheStemOfItsSingular(String word, String stem) {
    assertEquals(stem, Stems.krovetz(word));
    assertEquals(stem, new WordForms().of(word));
  }
}
