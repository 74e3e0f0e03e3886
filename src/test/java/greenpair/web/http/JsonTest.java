package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.Records;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.reason.Answer;
import greenpair.match.settings.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Text BOTH = new Text("heat", "热");

  private record Sample(
      String zebra,
      EntryId id,
      Code aCode,
      @Nullable String nothing,
      List<String> none,
      Answer.Outcome outcome,
      Verdict verdict,
      Kind kind) {}

  private record Numbers(double small, Double whole, @Nullable Double unknown, int count) {}

  private record Score(double score) {}

  private record Texts(Text both, Text onlyChinese, List<Text> many) {}

  private String write(Object value, @Nullable Language narrow) {
    return new String(Json.write(value, narrow), StandardCharsets.UTF_8);
  }

  @Test
  void numbers_stored_keepAllDigits() {
    assertEquals("{\"score\":0.123457}", write(new Score(0.1234567890123), null));
    assertEquals("{\"score\":0.1234567890123}", Json.stored(new Score(0.1234567890123)));
  }

  @Test
  void record_written_keepsOrderAndWordsInSnakeCaseAndLeavesNullsOut() {
    Sample sample =
        new Sample(
            "z",
            new EntryId("byd"),
            new Code("TRN.PUB"),
            null,
            List.of(),
            Answer.Outcome.NO_GOOD_MATCH,
            Verdict.PASS,
            Kind.FIRM);
    assertEquals(
        "{\"zebra\":\"z\",\"id\":\"byd\",\"a_code\":\"TRN.PUB\",\"none\":[],"
            + "\"outcome\":\"no_good_match\",\"verdict\":\"pass\",\"kind\":\"firm\"}",
        write(sample, null));
  }

  @Test
  void numbers_written_haveNoExponentAndNoNeedlessZero() {
    assertEquals(
        "{\"small\":0.000001,\"whole\":12345678,\"count\":3}",
        write(new Numbers(0.000001, 12345678.0, null, 3), null));
  }

  @Test
  void number_beyondWhatPeopleWrite_keepsItsExponent() {
    assertEquals(
        "{\"small\":1.0E300,\"whole\":-0.5,\"count\":0}",
        write(new Numbers(1e300, -0.5, null, 0), null));
  }

  @Test
  void texts_withoutLanguage_haveBoth() {
    assertEquals(
        "{\"both\":{\"en\":\"heat\",\"zh\":\"热\"},\"only_chinese\":{\"zh\":\"热\"},"
            + "\"many\":[{\"en\":\"heat\",\"zh\":\"热\"}]}",
        write(new Texts(BOTH, new Text(null, "热"), List.of(BOTH)), null));
  }

  @Test
  void texts_narrowed_haveThatLanguageOrTheOtherWhereItLacks() {
    assertEquals(
        "{\"both\":{\"en\":\"heat\"},\"only_chinese\":{\"zh\":\"热\"},\"many\":[{\"en\":\"heat\"}]}",
        write(new Texts(BOTH, new Text(null, "热"), List.of(BOTH)), Language.EN));
    assertEquals(
        "{\"both\":{\"zh\":\"热\"},\"only_chinese\":{\"zh\":\"热\"},\"many\":[{\"zh\":\"热\"}]}",
        write(new Texts(BOTH, new Text(null, "热"), List.of(BOTH)), Language.ZH));
  }

  @Test
  void entry_written_isItsLineOfTheCatalogFormat() {
    City city = city();
    String line =
        "{\"kind\":\"city\",\"id\":\"xx\",\"name\":{\"en\":\"heat\",\"zh\":\"热\"},"
            + "\"provenance\":[{\"source\":\"s\",\"verified\":true}],\"country\":\"CN\","
            + "\"building_zone\":\"cold\",\"memberships\":[\"C40\"]}";
    assertEquals("{\"entry\":" + line + "}", write(Map.of("entry", city), null));
    assertEquals("[" + line.replace(",\"zh\":\"热\"", "") + "]", write(List.of(city), Language.EN));
  }

  private static City city() {
    Profile profile =
        Records.make(
            Profile.class,
            "id",
            new EntryId("xx"),
            "name",
            BOTH,
            "provenance",
            List.of(new Provenance("s", null, null, true, null)));
    return Records.make(
        City.class,
        "profile",
        profile,
        "country",
        "CN",
        "buildingZone",
        "cold",
        "memberships",
        List.of("C40"));
  }
}
