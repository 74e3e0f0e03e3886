package greenpair.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  private static final PlainWords PLAIN =
      new PlainWords(
          new Taxonomy(
              List.of(
                  concept("LED", "dark footpath school lamp"),
                  concept("PUMP", "cold radiator boiler"),
                  concept("BUS", "black smoke engine"))),
          new TermRules(Set.of(), Set.of(), List.of(), List.of(), UnaryOperator.identity()),
          Set.of("the", "to"),
          new SameWords(
              List.of(List.of("footpath", "sidewalk"), List.of("car park", "parking lot"))),
          UnaryOperator.identity());

  private static Concept concept(String code, String problem) {
    return new Concept(
        new Code(code),
        null,
        new Text(code, code),
        List.of(),
        List.of(),
        List.of(problem),
        List.of(),
        List.of(),
        "memory",
        false);
  }

  private static Set<Code> read(String text) {
    return PLAIN.read(text, false, 0.01, 3).keySet();
  }

  @Test
  void twoWordsOfAConcept_areEnough_inAShortText() {
    assertEquals(Set.of(new Code("LED")), read("dark footpath"));
    assertEquals(Set.of(), read("dark"));
  }

  @Test
  void twoWordsOfAConcept_areAnAccident_inALongText() {
    assertEquals(Set.of(), read("dark chocolate school holidays"));
  }

  @Test
  void threeWordsOfAConcept_areEnough_besideManyThatNoConceptHas() {
    assertEquals(
        Set.of(new Code("LED")), read("footpath to the school dark, daughter stumbled yesterday"));
    assertEquals(
        Set.of(),
        read("footpath to the school dark, daughter stumbled yesterday, friends laughed loudly"));
  }

  @Test
  void wordOfAnotherCountry_isReadAsTheSame() {
    assertEquals(read("dark footpath"), read("dark sidewalks"));
  }
}
