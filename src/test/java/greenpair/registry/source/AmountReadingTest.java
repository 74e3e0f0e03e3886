package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.ValueFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read as an amount and what is not.
class AmountReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,200 t/d|1200|1200|t/d", "1e23|1e23|1e23|",
        "9007199254740992|9007199254740992|9007199254740992|", "2.5M|2500000|2500000|",
        "3.2亿元|320000000|320000000|元", "1.5万吨|15000|15000|吨",
        "25–30 MW|25|30|MW", "US$ 12 million|12000000|12000000|",
        "约500|500|500|", "1-2亿|100000000|200000000|",
        "-149.2|-149.2|-149.2|", "5 m|5|5|m",
        "0.5|0.5|0.5|", "1,200,000|1200000|1200000|",
        "12,34,567|1234567|1234567|", "1 200 t|1200|1200|t",
        "US$ 12 Million|12000000|12000000|", "3 millions|3000000|3000000|",
        "3千亿元|300000000000|300000000000|元", "2.3亿元|230000000|230000000|元",
        "1.1M|1100000|1100000|", "0.07–0.29万吨|700|2900|吨",
        "十亿以上 20亿|2000000000|2000000000|", "25 MW (2019)|25|25|MW (2019)",
        "7 kWh/m2|7|7|kWh/m2", "1.2E+07|12000000|12000000|",
        "4.2E8 kWh|420000000|420000000|kWh", "1.5e-3|0.0015|0.0015|",
        "１，２００ ｔ|1200|1200|t", "5百万|5000000|5000000|",
        "3百|300|300|", "USD 5M|5000000|5000000|",
        "总投资约：3.5亿元|350000000|350000000|元", "年发电量为500 MWh|500|500|MWh",
        "5 short tons|5|5|short tons", "12 MW (2x6 MW)|12|12|MW (2x6 MW)",
        "12 MW (max 2)|12|12|MW (max 2)", "12个月|12|12|个月",
        "5 个停车位|5|5|个停车位", "40 t CO₂e|40|40|t CO₂e",
        "9 m³/h|9|9|m³/h", "5 mln EUR|5000000|5000000|EUR",
        "$5m|5000000|5000000|", "US$ 5 MM|5000000|5000000|",
        "2 bln|2000000000|2000000000|", "$5 tn|5000000000000|5000000000000|",
        "5 Tsd. €|5000|5000|€", "₹5 Cr|50000000|50000000|",
        "5 lakhs|500000|500000|", "5 million.|5000000|5000000|",
        "5 仟元|5000|5000|元", "5千億円|500000000000|500000000000|円",
        "5万千瓦|50000|50000|千瓦", "5千瓦|5|5|千瓦",
        "100万千瓦|1000000|1000000|千瓦", "5 亿千瓦时|500000000|500000000|千瓦时",
        "$12/MWh|12|12|/MWh", "US$ 5 per tonne|5|5|per tonne",
        "5 млн ₽|5000000|5000000|₽", "NT$5|5|5|",
        "12 US$|12|12|US$", "12 元/千瓦|12|12|元/千瓦",
        "12 MW|12|12|MW", "12 kWh|12|12|kWh",
        "12 t/d|12|12|t/d", "12 m³|12|12|m³",
        "12 辆 (台)|12|12|辆 (台)", "USD$ 5|5|5|",
        "500 buses ordered|500|500|buses ordered", "12 MW (up to)|12|12|MW (up to)",
        "350 kW solar|350|350|kW solar", "30 盏路灯|30|30|盏路灯",
        "5 t of coal a year|5|5|t of coal a year", "12 % of electricity|12|12|% of electricity",
        "500-kW|500|500|-kW", "3 kr|3|3|kr",
        "20 Stück|20|20|Stück", "12 ktCO2e|12|12|ktCO2e"
      })
  void amount_inAnyForm_isRead(
      String text, double min, double max, @org.jspecify.annotations.Nullable String unit)
      throws ValueFault {
    Item item = Numbers.amount(text, false);
    assertEquals((Double) min, item.parts().get("min"));
    assertEquals((Double) max, item.parts().get("max"));
    assertEquals(unit, item.parts().get("unit"));
  }

  /// What is only a limit is never a value of both sides.
  @ParameterizedTest
  @CsvSource({
    "up to USD 5 million,,5000000", "at most US$5M,,5000000", "<5 MW,,5",
    "under 5 MW,,5", "不超过500万美元,,5000000", "不到5MW,,5",
    "500万美元以下,,5000000", "at least USD 5 million,5000000,", ">USD 5 million,5000000,",
    "500万美元及以上,5000000,", "累计装机容量超过12MW,12,", "5 MW or more,5,",
    "5 MW and above,5,", "5 MW min.,5,", "5 or more,5,",
    "5+ MW,5,", "5 + MW,5,", "$5m+,5000000,",
    "5 MW max,,5", "5 MW or less,,5", "USD 5 million or more,5000000,"
  })
  void amount_thatIsALimit_hasNoOtherSide(
      String text,
      @org.jspecify.annotations.Nullable Double min,
      @org.jspecify.annotations.Nullable Double max)
      throws ValueFault {
    Item item = Numbers.amount(text, false);
    assertEquals(min, item.parts().get("min"));
    assertEquals(max, item.parts().get("max"));
  }

  @ParameterizedTest
  @CsvSource({
    "HK$12,HKD",
    "S$12,SGD",
    "R$12,BRL",
    "A$12,AUD",
    "NT$12,TWD",
    "US$12,USD",
    "12 HK$,HKD"
  })
  void amount_inASignOfOneCurrency_hasIt(String text, String currency) throws ValueFault {
    assertEquals(currency, Numbers.amount(text, false).parts().get("currency"));
  }

  /// The text of an amount goes into what people read.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2.3亿元|230000000", "12.3456785M|12345678.5", "0.00002|0.00002", "0.1|0.1"})
  void amount_asText_isWrittenInFull(String text, String written) throws ValueFault {
    assertEquals(written, Numbers.amount(text, false).text());
  }

  /// The nearest double of each is another integer.
  @ParameterizedTest
  @ValueSource(strings = {"9007199254740993", "9,007,199,254,740,993 t", "12345678901234567.89e2"})
  void integerThatADoubleDoesNotHold_isRejected(String text) {
    assertThrows(ValueFault.class, () -> Numbers.amount(text, false), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many", "每年5MW", "人均5 MW", "单价5万美元",
        "日处理500吨", "年5MW", "注册资本500万元", "up to 5-10 MW",
        "over 5 MW以下", "30–25 MW", "", "12,5 MW",
        "1.250,5", "1,2345", "3/4 MW", "Q$5",
        "1200多万", "300多亿元", "1200（万元）", "1200左右万元",
        "1200·万元", "12 MEUR", "12 kEUR", "12m EUR",
        "12 MMUSD", "5 T€", "12-million", "12 mill.",
        "12 Lacs", "12 लाख", "12 миллионов", "12 triệu",
        "12 ล้าน", "12 TBD", "2 and a half", "2 dozen",
        "5成", "损失5", "短缺5", "尚缺5",
        "少5", "回落5%", "取消5", "停产5",
        "无5", "非5", "12月", "2019年",
        "660 MW x2", "5 MW less", "5 MW x", "5 MW*",
        "5 MW #", "5 MW¹", "5 MW (planned 10 MW)", "5 MW short",
        "5 MW (cancelled)", "5 MW (of 10)", "50 % reduction", "5万元亏损",
        "HK$12 USD", "2x5 MW", "Q3 2019", "1.2.3",
        "(1,200)", "1_000", "12-", "- 5",
        "-$5M", "负500", "亏损500万", "赤字12",
        "逆差5亿元", "¢12", "￠12", "第3期",
        "Phase 2", "Q3", "CO2", "0,500",
        "1,200 300", "1.2E+", "1.2d5", "10³ kWh",
        "5½", "0x1F", "4k7", "5 thousand million",
        "3万亿亿", "25 MW, 30 MW", "US$5M-US$10M", "1\u200b200",
        "१२", "12 (3)", "12 (in thousands)", "5 (000s)",
        "$5 big ones", "5 兆円", "ISO 9001", "下降5%",
        "净流出5万元", "5 milliards", "3 Milliarden €", "5 millones",
        "5만", "12 (x1000)", "5W元", "5 plus10",
        "5 and20", "1E999", "12 Kč", "12 Kčs",
        "5 Mé", "12 USD million", "12 USD cents", "12 EUR cent",
        "12 USD m", "12 USDm", "12 USD bn", "12 $ million",
        "12 $M", "12 $k", "1,200 t ('000)", "1,200 ('000 t)",
        "1,200 t (in millions)", "12 tonnes (thousands)", "12 MW thousand", "12 MW (thousand)",
        "1,200.00- EUR", "1,200.00-EUR", "12 $-", "12-$",
        "USD 12 EUR", "$12 CNY", "¥12 万美元", "5천",
        "3천원", "5백", "1兆", "1京",
        "12 thsd", "12 tis.", "12 mila", "12 milioni",
        "12 milyon", "12 ribu", "12 jt", "12 tusen",
        "12 duizend", "12 ألف", "12 หมื่น", "12 Mkr",
        "12 tkr", "1比3", "12 Jan", "12th",
        "1st", "12 NA", "12 null", "12 unknown",
        "1E-999"
      })
  void amount_thatIsInvalid_orCouldBeTwo_isAFault(String text) {
    assertThrows(ValueFault.class, () -> Numbers.amount(text, false));
  }

  @Test
  void amount_beyondAllMeasure_isAFault() {
    assertThrows(ValueFault.class, () -> Numbers.amount("9".repeat(400), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.250,5 kW|1250.5|kW",
        "12,5 MW|12.5|MW",
        "1,2 Mio. €|1200000|€",
        "2 Mrd. €|2000000000|€",
        "1.200.000|1200000|",
        "-0,25|-0.25|",
        "7|7|"
      })
  void amount_withDecimalComma_isReadSo(
      String text, double value, @org.jspecify.annotations.Nullable String unit) throws ValueFault {
    Item item = Numbers.amount(text, true);
    assertEquals((Double) value, item.value());
    assertEquals(unit, item.parts().get("unit"));
    assertThrows(ValueFault.class, () -> Numbers.amount("1,200.5", true));
  }
}
