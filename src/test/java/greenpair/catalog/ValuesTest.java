package greenpair.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import greenpair.message.Translated;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [Money], [Place], [Text], [EntryId] and [Code]: values that cannot be wrong.
class ValuesTest {
  private static String refusal(Executable executable) {
    return Translated.of(assertThrows(IllegalArgumentException.class, executable)).in(Language.EN);
  }

  // money

  @Test
  void moneyWithoutABound_isRefused() {
    assertEquals(
        "money must have min, max or both, but has neither",
        refusal(() -> new Money(null, null, "USD")));
  }

  // place

  @ParameterizedTest
  @CsvSource({
    // One degree of the meridian and of the equator: 6371.0088 pi / 180.
    "0, 0, 1, 0, 111.195",
    "0, 0, 0, 1, 111.195",
    // A degree of longitude at 60 degrees is half of that, but for the great circle.
    "60, 0, 60, 1, 55.597",
    // Half and quarter of the circle.
    "0, 0, 0, 180, 20015.115",
    "90, 0, -90, 77, 20015.115",
    "0, 0, 90, 0, 10007.557",
    // Across the date line.
    "0, 179.5, 0, -179.5, 111.195",
    "10, 20, 10, 20, 0",
  })
  void distance_byHand(double lat, double lon, double otherLat, double otherLon, double km) {
    assertEquals(km, new Place(lat, lon).kilometresTo(new Place(otherLat, otherLon)), 0.001);
  }

  @Seeded
  void distance_isTheSameBothWaysAndInRange(Random random) {
    Place a = new Place(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    Place b = new Place(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    double km = a.kilometresTo(b);
    assertTrue(km >= 0 && km <= 20_016, () -> "got " + km);
    assertEquals(km, b.kilometresTo(a), 1e-6);
    Place far = new Place(-a.lat(), a.lon() > 0 ? a.lon() - 180 : a.lon() + 180);
    assertEquals(20_015.115, a.kilometresTo(far), 0.01);
  }

  @ParameterizedTest
  @CsvSource({"90.1, 0", "-90.1, 0", "NaN, 0", "0, 180.1", "0, -181", "0, NaN"})
  void placeOffTheEarth_isRefused(double lat, double lon) {
    assertTrue(refusal(() -> new Place(lat, lon)).contains(" must be a number from -"));
  }

  // text

  @Test
  void text_hasOneLanguageAtLeast_andNoBlank() {
    assertEquals(
        "a text must have \"en\", \"zh\" or both, but has neither",
        refusal(() -> new Text(null, null)));
    assertTrue(refusal(() -> new Text("a", " ")).startsWith("a text must not be blank"));
    assertTrue(refusal(() -> new Text("\u3000", null)).startsWith("a text must not be blank"));
  }

  @Test
  void textInALanguage_fallsBackToTheOther() {
    Text both = new Text("water", "水");
    assertEquals("water", both.best(Language.EN));
    assertEquals("水", both.best(Language.ZH));
    Text chinese = new Text(null, "水");
    assertNull(chinese.in(Language.EN));
    assertEquals("水", chinese.best(Language.EN));
    assertEquals("water", new Text("water", null).best(Language.ZH));
  }

  // ids and codes

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "a b", "a/b", "a\n", "é", "水", "a%20"})
  void idNotOfTheForm_isRefused(String id) {
    assertTrue(refusal(() -> new EntryId(id)).endsWith(", but was \"" + id + "\""));
  }

  @Test
  void idOfTwoHundredCharacters_isTheLongest() {
    assertEquals(200, new EntryId("a".repeat(200)).value().length());
    assertTrue(refusal(() -> new EntryId("a".repeat(201))).endsWith("a…\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "trn", "2H", ".T", "T.", "T..P", "T P", "T-P", "T\n", "交通"})
  void codeNotOfTheForm_isRefused(String code) {
    assertTrue(refusal(() -> new Code(code)).endsWith(", but was \"" + code + "\""));
  }

  @Test
  void codeOfFortyCharacters_isTheLongest() {
    assertEquals("T", new Code("T.P").root());
    assertEquals("TRN", new Code("TRN").root());
    assertEquals(40, new Code("A".repeat(40)).value().length());
    refusal(() -> new Code("A".repeat(41)));
  }
}
