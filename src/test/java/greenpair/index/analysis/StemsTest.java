package greenpair.index.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
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
}
