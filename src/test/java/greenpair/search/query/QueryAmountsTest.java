package greenpair.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryAmountsTest {
  @ParameterizedTest
  @CsvSource({
    "loans under 10 million, below_1m 1m_to_10m",
    "grants of $500k, below_1m",
    "'over $25,000,000 for storage', 10m_to_100m above_100m",
    "2 million dollars, 1m_to_10m",
    "50万美元以下的光伏贷款, below_1m",
    "超过2亿美元, above_100m",
    "贷款不超过50万美元, below_1m",
    "at least 0.5 million USD, below_1m 1m_to_10m 10m_to_100m above_100m",
  })
  void amount_isReadAsTheClassesIntoWhichItFalls(String text, String tickets) {
    List<QueryAmounts.Amount> amounts = QueryAmounts.in(text);
    assertEquals(1, amounts.size(), amounts::toString);
    assertEquals(
        new TreeSet<>(Set.of(tickets.split(" "))), new TreeSet<>(amounts.getFirst().tickets()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "over 100 MWh",
        "2 million trees",
        "under 10 million yuan",
        "5000万元以下",
        "100万千瓦以上",
        "between 2020 and 2024",
        "COVID-19",
        "2020-2024",
        "C40"
      })
  void numberOfSomethingElse_isNoAmount(String text) {
    assertEquals(List.of(), QueryAmounts.in(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5 million dollars", "under -$2m", "贷款不超过-50万美元"})
  void amountBelowZero_fallsIntoNoClass(String text) {
    assertEquals(Set.of(), QueryAmounts.in(text).getFirst().tickets());
  }

  @Test
  void amount_isWhereItIsWritten() {
    QueryAmounts.Amount amount = QueryAmounts.in("solar loans under $2m please").getFirst();
    assertEquals("under $2m", amount.written());
    assertEquals("solar loans ".length(), amount.start());
  }
}
