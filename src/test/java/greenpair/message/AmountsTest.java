package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Deployment;
import greenpair.catalog.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "999999999,USD 1 billion,10亿美元",
    "999500,'USD 999,500',100万美元",
    "99960000,USD 100 million,9996万美元",
    "999400000,USD 999 million,9.99亿美元",
    "99999999,USD 100 million,1亿美元",
    "9999.9,'USD 10,000',1万美元",
    "30000000,USD 30 million,3000万美元",
    "1234567890,USD 1.23 billion,12.3亿美元",
    "1200000000000,USD 1200 billion,12000亿美元",
    "0,USD 0,0美元"
  })
  void amount_isRoundedBeforeItsUnitIsChosen(double amount, String english, String chinese) {
    assertEquals(new Text(english, chinese), Amounts.amount(amount, "USD"));
  }

  @Test
  void figure_thatIsNotExact_saysSoBeforeTheNumber() {
    Text unit = new Text("% less electricity", "%（用电降幅）");
    assertEquals(
        new Text("up to 75% less electricity", "不超过75%（用电降幅）"),
        Amounts.figure(new Deployment.Figure(75, unit, Deployment.Bound.AT_MOST)));
    assertEquals(
        new Text("75% less electricity", "75%（用电降幅）"),
        Amounts.figure(new Deployment.Figure(75, unit, null)));
  }

  @Test
  void millions_areTenThousands_inChinese() {
    Text unit = new Text("million m2 heated", "百万平方米供热");
    assertEquals(
        new Text("6 million m2 heated", "600万平方米供热"),
        Amounts.quantity(new Deployment.Quantity(6, unit)));
  }
}
