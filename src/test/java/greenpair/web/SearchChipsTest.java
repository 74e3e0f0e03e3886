package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the search page shows of how it read a query.
class SearchChipsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  @ParameterizedTest
  @CsvSource({
    "heat+pumsp+electric+buses, 0, /?q=heat%20pumsp",
    "heat+pumps+-solar, 1, /?q=heat%20pumps",
    "electric+buses+not+in+Shenzhen+since+2015, 1, /?q=electric%20buses%20since%202015",
    "electric+buses+over+100+buses, 0, /?q=electric%20buses"
  })
  void partOfAQuery_isRemovedByItsChip(String query, int list, String rest) {
    Document page = SERVED.page("/?lang=en&q=" + query);
    String href = page.select(".read").get(list).select("li:last-of-type a").attr("href");
    assertEquals(rest, href.replace("+", "%20").replace("&lang=en", "").replace("lang=en&", ""));
  }

  @Test
  void correctedPart_isRemovedAsItIsWritten() {
    Document page = SERVED.page("/?lang=en&q=heat+pumsp+village");
    String href = page.select(".read li:first-of-type a").attr("href");
    assertTrue(href.contains("q=village"), () -> page.select(".read").html());
  }

  @Test
  void correctedWord_canBeSearchedAsWritten() {
    Document page = SERVED.page("/?lang=en&q=heat+pumsp");
    String instead = page.select("p:contains(Search instead for) a:last-of-type").text();
    assertEquals("heat \"pumsp\"", instead);
    assertTrue(SERVED.page("/?lang=en&q=heat+%22pumsp%22").text().contains("pumsp"));
  }

  @Test
  void amountWithoutACurrency_isSaidToBeInDollars_orInYuanIfCountedInWan() {
    String dollars = SERVED.page("/?lang=en&q=solar+loans+under+10+million").text();
    assertTrue(dollars.contains("under 10 million is read as US dollars"), dollars);
    String yuan = SERVED.page("/?lang=zh&q=1000万以下的光伏贷款").text();
    assertTrue(yuan.contains("1000万以下：人民币按7元左右折合1美元换算后比较"), yuan);
  }
}
