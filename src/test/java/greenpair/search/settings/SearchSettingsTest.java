package greenpair.search.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.concept.PlainWords;
import greenpair.concept.SameWords;
import greenpair.config.Problems;
import greenpair.config.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {
  private final Problems problems = new Problems();

  private SameWords same(String... lines) {
    Map<String, ?> values = Map.of("same_words", List.of(lines));
    return SearchSettings.sameWords(new Settings("search.yaml", values, problems));
  }

  @Test
  void wordsOfAGroup_areSeparatedByCommas_withOrWithoutABlank() {
    SameWords same = same("kerb,curb", "lift , elevator");
    problems.throwIfAny("settings");
    assertEquals(List.of("kerb"), same.find("curbs").getFirst().others());
    assertEquals(List.of("lift"), same.find("elevator").getFirst().others());
  }

  @Test
  void groupOfOneWord_orAWordTwice_isAFault_thatSaysWhatToDo() {
    same("kerb", "lorry, truck", "van, trucks");
    String faults = problems.list().toString();
    assertTrue(faults.contains("separated by commas, but was kerb"), faults);
    assertTrue(faults.contains("must have each word in one place only, but was trucks"), faults);
    assertEquals(2, problems.list().size());
  }

  @Test
  void guess_isNeverCertain_andCountsInFullOnlyAboveTheLeast() {
    Map<String, ?> curve =
        Map.of("constant", 100, "words", 1, "share", 1, "problems", 1, "terms", 1);
    Map<String, ?> bare = Map.of("constant", 100, "words", 1, "share", 1);
    ConceptProbability guessing =
        ConceptProbability.read(
            new Settings(
                "search.yaml.guessing",
                Map.of(
                    "least",
                    Map.of("en", 0.6, "zh", 0.2),
                    "sure",
                    0.5,
                    "en",
                    curve,
                    "zh",
                    curve,
                    "without_vectors",
                    Map.of("en", bare, "zh", bare)),
                problems));
    double most = guessing.probability(new PlainWords.Evidence(Language.EN, 4, 1, 1, 1, true));
    assertTrue(most > 0.99 && most < 1);
    assertEquals(1, problems.list().size(), problems.list()::toString);
    assertTrue(
        problems.list().getFirst().contains("least.en must not exceed sure, but was"),
        problems.list()::toString);
  }
}
