package greenpair.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  private static final PlainWords PLAIN =
      new PlainWords(
          new Taxonomy(
              List.of(
                  concept("LED", "dark footpath school lamp"),
                  concept("PUMP", "cold radiator boiler"),
                  concept("BUS", "black smoke engine"),
                  concept("PLAY", "幼儿园的旧滑梯"))),
          new TermRules(Set.of(), Set.of(), List.of(), List.of(), UnaryOperator.identity()),
          Set.of("the", "to"),
          new SameWords(
              List.of(List.of("footpath", "sidewalk"), List.of("car park", "parking lot"))),
          UnaryOperator.identity(),
          PlainWordsTest::direction);

  /// Words of light have one direction, all others the other.
  private static Optional<float[]> direction(String text) {
    return Optional.of(
        text.contains("lamp") || text.contains("light") ? new float[] {1, 0} : new float[] {0, 1});
  }

  private static Concept concept(String code, String problem) {
    return new Concept(
        new Code(code), null, new Text(code, code), List.of(), List.of(), List.of(problem));
  }

  private static Set<Code> read(String text) {
    return PLAIN.read(text, text, 2, PlainWords.Evidence::share, 3).keySet();
  }

  private static PlainWords.Evidence led(String text) {
    return Objects.requireNonNull(PLAIN.evidence(text, text, 1).get(new Code("LED")));
  }

  @Test
  void wordsOfAConcept_areEvidence_byTheirNumber() {
    assertEquals(Set.of(new Code("LED")), read("dark footpath"));
    assertEquals(Set.of(), read("dark"));
    assertEquals(1, led("dark").words());
    assertEquals(2, led("dark footpath").words());
  }

  @Test
  void wordOfThreeCharacters_isOneWord() {
    assertEquals(Set.of(), PLAIN.evidence("幼儿园招聘", "幼儿园招聘", 2).keySet());
    assertEquals(Set.of(new Code("PLAY")), PLAIN.evidence("旧幼儿园的滑梯", "旧幼儿园的滑梯", 2).keySet());
  }

  @Test
  void wordsThatNoConceptHas_lowerTheShare() {
    assertTrue(led("dark chocolate school holidays").share() < led("dark school").share());
    assertEquals(3, led("footpath to the school dark, daughter stumbled yesterday").words());
  }

  @Test
  void direction_isComparedWithThoseOfTheConcept() {
    assertEquals(1, led("dark school without light").problems());
    assertEquals(0, led("dark school").problems());
  }

  @Test
  void wordOfAnotherCountry_isReadAsTheSame() {
    assertEquals(led("dark footpath"), led("dark sidewalks"));
  }

  @Test
  void concept_withoutAWordOfWhatIsNotRead_isNotGuessed() {
    String text = "dark footpath over 100";
    assertTrue(PLAIN.evidence(text, text, 1).containsKey(new Code("LED")));
    assertTrue(PLAIN.evidence(text, "over 100", 1).isEmpty());
  }
}
