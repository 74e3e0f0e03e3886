package greenpair.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameWordsTest {
  private static final SameWords SAME =
      new SameWords(
          List.of(
              List.of("lorry", "truck"),
              List.of("bin lorry", "garbage truck"),
              List.of("car park", "parking lot", "parking area")));

  @Test
  void longestPhrase_isFound_withTheOthersOfItsGroup() {
    assertEquals(
        List.of(
            new SameWords.Found(4, 18, List.of("bin lorry")),
            new SameWords.Found(22, 34, List.of("car park", "parking area")),
            new SameWords.Found(39, 44, List.of("lorry"))),
        SAME.find("Our garbage trucks in Parking-Lots and truck"));
  }

  @Test
  void phrase_endsAtPunctuation_andWhereSomethingIsLeftOut() {
    assertEquals(
        List.of(),
        SAME.find("in the car. Park there, parking/lot, parking     lot; garbage (parking) lot"));
    assertEquals(
        List.of(new SameWords.Found(9, 14, List.of("lorry"))), SAME.find("garbage, truck"));
    assertEquals("Garbage: lorry", SAME.first("Garbage: trucks"));
  }

  @Test
  void wordOfTwoGroups_isRepeated_inEitherNumber() {
    assertEquals(
        List.of("Trucks"),
        SameWords.repeated(List.of(List.of("lorry", "truck"), List.of("van", "Trucks"))));
  }

  @Test
  void everyWord_isReadAsTheFirstOfItsGroup() {
    assertEquals("Old bin lorry, lorry", SAME.first("Old garbage trucks, trucks"));
    assertEquals("nothing of these", SAME.first("nothing of these"));
  }
}
