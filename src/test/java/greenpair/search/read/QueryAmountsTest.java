package greenpair.search.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import module java.base;

import greenpair.index.contract.Dollars;
import greenpair.match.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryAmountsTest {
  private static final QueryAmounts AMOUNTS = new QueryAmounts(Given.RULES.ranking().sizes());

  @ParameterizedTest
  @CsvSource({
    "battery storage over 100 MWh, >100 MWh, 100.00000000000001, Infinity",
    "at least 5 MW of solar, >=5 MW, 5, Infinity",
    "100兆瓦以上的光伏, >=100 兆瓦, 100, Infinity",
    "100万千瓦以上, >=1000000 千瓦, 1000, Infinity",
    "500吨/日以下的垃圾厂, <=500 吨/日, 0, 500",
    "İİİ over 10 MW, >10 MW, 10.000000000000002, Infinity",
    "50 buses or more, >=50 buses, 50, Infinity",
    "solar farms between 10 and 50 MW, 10-50 MW, 10, 50",
    "10到50兆瓦的光伏电站, 10-50 兆瓦, 10, 50",
    "日处理能力500吨以上的餐厨垃圾厂, >=500 吨/日, 500, Infinity",
    "大于50兆瓦的光伏, >50 兆瓦, 50.00000000000001, Infinity",
    "不低于50兆瓦, >=50 兆瓦, 50, Infinity",
    "solar larger than 50 MW, >50 MW, 50.00000000000001, Infinity",
    "up to 2 million m2, <=2000000 m2, 0, 2000000",
    "district heating up to 2 million m², <=2000000 m2, 0, 2000000"
  })
  void boundOfAKnownUnit_isASize(String text, String word, double from, double until) {
    QueryAmounts.Amount amount = AMOUNTS.in(text).getFirst();
    assertNull(amount.dollars());
    QueryAmounts.Size size = Objects.requireNonNull(amount.size());
    assertEquals(word, size.word());
    assertEquals(from, size.from());
    assertEquals(Math.min(Double.MAX_VALUE, until), size.until());
  }

  @ParameterizedTest
  @CsvSource({
    "loans under 10 million, below_1m 1m_to_10m",
    "grants of $500k, below_1m",
    "loan of 10 million dollars, 1m_to_10m 10m_to_100m",
    "1亿美元贷款, 10m_to_100m above_100m",
    "loans between 2 and 5 million dollars, 1m_to_10m",
    "'over $25,000,000 for storage', 10m_to_100m above_100m",
    "2 million dollars, 1m_to_10m",
    "50万美元以下的光伏贷款, below_1m",
    "超过2亿美元, above_100m",
    "贷款不超过50万美元, below_1m",
    "at least 0.5 million USD, below_1m 1m_to_10m 10m_to_100m above_100m",
    "under 10 million yuan, below_1m 1m_to_10m",
    "5000万元以下, below_1m 1m_to_10m",
    "5000万以下的贷款, below_1m 1m_to_10m",
    "投资一亿元以上的项目, 10m_to_100m above_100m",
    "贷款大于两千万元, 1m_to_10m 10m_to_100m above_100m",
    "RMB 50 million, 1m_to_10m",
  })
  void amount_isReadAsTheClassesIntoWhichItFalls(String text, String tickets) {
    List<QueryAmounts.Amount> amounts = AMOUNTS.in(text);
    assertEquals(1, amounts.size(), amounts::toString);
    Dollars dollars = Objects.requireNonNull(amounts.getFirst().dollars());
    assertEquals(new TreeSet<>(Set.of(tickets.split(" "))), dollars.classes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 million trees",
        "over 2 million people",
        "100 MWh",
        "over 100 km3",
        "under 10 million euro",
        "5000万欧元以下",
        "between 2020 and 2024",
        "COVID-19",
        "2020-2024",
        "2015 to 2020 buses",
        "C40"
      })
  void numberOfSomethingElse_isNoAmount(String text) {
    assertEquals(List.of(), AMOUNTS.in(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5 million dollars", "under -$2m", "贷款不超过-50万美元"})
  void amountBelowZero_fallsIntoNoClass(String text) {
    assertNull(AMOUNTS.in(text).getFirst().dollars());
  }

  @Test
  void amount_isWrittenAsInTheText() {
    QueryAmounts.Amount amount = AMOUNTS.in("solar loans under $2m please").getFirst();
    assertEquals("under $2m", amount.written());
  }

  @Test
  void budget_isOfItsAmount() {
    QueryAmounts.Amount amount = AMOUNTS.in("needs with a budget above $100m").getFirst();
    assertEquals("with a budget above $100m", amount.written());
  }

  /// What was read of a query is blanked out before its amounts are looked for.
  @Test
  void longBlanks_areReadAtOnce() {
    String text = "roofs" + " ".repeat(400) + "under" + " ".repeat(400) + "trees";
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> AMOUNTS.in(text));
  }
}
