package greenpair.pages.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Money;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats english = new Formats(Language.EN);
  private final Formats chinese = new Formats(Language.ZH);

  @Test
  void people_inFullOrInWan() {
    assertEquals("3,623,713", english.people(3_623_713));
    assertEquals("362.4万人", chinese.people(3_623_713));
  }

  @Test
  void money_isARange_withItsCurrency() {
    Money range = new Money(50_000.0, 30_000_000.0, "USD");
    assertEquals("USD 50,000–30 million", english.money(range));
    assertEquals("5万–3000万美元", chinese.money(range));
    Money exact = new Money(57_000_000.0, 57_000_000.0, "USD");
    assertEquals("USD 57 million", english.money(exact));
    assertEquals("5700万美元", chinese.money(exact));
  }

  @Test
  void money_withAnOpenEnd_statesIt() {
    assertEquals("USD up to 2 million", english.money(new Money(null, 2_000_000.0, "USD")));
    assertEquals("最多200万人民币", chinese.money(new Money(null, 2_000_000.0, "CNY")));
    assertEquals("CNY from 500", english.money(new Money(500.0, null, "CNY")));
  }

  @Test
  void money_ofAnUnknownCurrency_keepsItsLetters() {
    assertEquals("5XQZ", chinese.money(new Money(5.0, 5.0, "XQZ")));
  }

  @Test
  void dates_years_lists_inTheFormOfTheLanguage() {
    LocalDate day = LocalDate.of(2026, 11, 24);
    assertEquals("November 24, 2026", english.date(day));
    assertEquals("2026年11月24日", chinese.date(day));
    assertEquals("2017年", chinese.year(2017));
    assertEquals("a, b, and c", english.list(List.of("a", "b", "c")));
    assertEquals("甲、乙和丙", chinese.list(List.of("甲", "乙", "丙")));
    assertEquals("", english.list(List.of()));
    assertEquals("2026年11月24日 20:17 UTC", chinese.moment(Instant.parse("2026-11-24T20:17:21Z")));
  }

  @Test
  void shares_areWholePerCent() {
    assertEquals("83%", english.percent(0.834));
    assertEquals("0.50", english.fixed(0.5, 2));
  }

  @Test
  void moment_isInTheTimeZone_andSaysItsDistanceFromUtc() {
    java.time.Instant evening = java.time.Instant.parse("2026-03-01T20:00:00Z");
    Formats shanghai = new Formats(Language.EN, java.time.ZoneId.of("Asia/Shanghai"));
    assertEquals("March 2, 2026", shanghai.day(evening));
    String moment = shanghai.moment(evening);
    assertTrue(moment.contains("4:00") && moment.endsWith("UTC+08:00"), moment);
    assertTrue(english.moment(evening).endsWith("UTC"), english.moment(evening));
  }
}
