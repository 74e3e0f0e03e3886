package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.registry.Origin;
import greenpair.registry.source.map.Row;
import greenpair.registry.source.map.ValueRuleReader;
import greenpair.registry.source.map.ValueType;
import greenpair.registry.source.read.Header;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Dates;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.RowRemarks;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,200 t/d|1200|1200|t/d",
        "2.5M|2500000|2500000|",
        "3.2亿元|320000000|320000000|元",
        "1.5万吨|15000|15000|吨",
        "25–30 MW|25|30|MW",
        "US$ 12 million|12000000|12000000|",
        "约500|500|500|",
        "1-2亿|100000000|200000000|",
        "-149.2|-149.2|-149.2|",
        "5 m|5|5|m",
        "0.5|0.5|0.5|",
        "1,200,000|1200000|1200000|",
        "12,34,567|1234567|1234567|",
        "1 200 t|1200|1200|t",
        "US$ 12 Million|12000000|12000000|",
        "3 millions|3000000|3000000|",
        "3千亿元|300000000000|300000000000|元",
        "2.3亿元|230000000|230000000|元",
        "1.1M|1100000|1100000|",
        "0.07–0.29万吨|700|2900|吨",
        "十亿以上 20亿|2000000000|2000000000|",
        "25 MW (2019)|25|25|MW (2019)",
        "7 kWh/m2|7|7|kWh/m2",
        "1.2E+07|12000000|12000000|",
        "4.2E8 kWh|420000000|420000000|kWh",
        "1.5e-3|0.0015|0.0015|",
        "１，２００ ｔ|1200|1200|t",
        "5百万|5000000|5000000|",
        "3百|300|300|",
        "USD 5M|5000000|5000000|",
        "注册资本500万元|5000000|5000000|元",
        "40 t CO₂e|40|40|t CO₂e",
        "9 m³/h|9|9|m³/h",
        "5 mln EUR|5000000|5000000|EUR",
        "$5m|5000000|5000000|",
        "US$ 5 MM|5000000|5000000|",
        "2 bln|2000000000|2000000000|",
        "$5 tn|5000000000000|5000000000000|",
        "5 Tsd. €|5000|5000|€",
        "₹5 Cr|50000000|50000000|",
        "5 lakhs|500000|500000|",
        "5 million.|5000000|5000000|",
        "5 仟元|5000|5000|元",
        "5千億円|500000000000|500000000000|円",
        "5万千瓦|50000|50000|千瓦",
        "5千瓦|5|5|千瓦",
        "100万千瓦|1000000|1000000|千瓦",
        "5 亿千瓦时|500000000|500000000|千瓦时",
        "$12/MWh|12|12|/MWh",
        "US$ 5 per tonne|5|5|per tonne",
        "5 млн ₽|5000000|5000000|₽",
        "NT$5|5|5|",
        "12 US$|12|12|US$",
        "12 元/千瓦|12|12|元/千瓦",
        "12 MW|12|12|MW",
        "12 kWh|12|12|kWh",
        "12 t/d|12|12|t/d",
        "12 m³|12|12|m³",
        "12 辆 (台)|12|12|辆 (台)",
        "USD$ 5|5|5|",
        "500 buses ordered|500|500|buses ordered",
        "12 MW (up to)|12|12|MW (up to)",
        "350 kW solar|350|350|kW solar",
        "30 盏路灯|30|30|盏路灯",
        "5 t of coal a year|5|5|t of coal a year",
        "12 % of electricity|12|12|% of electricity",
        "500-kW|500|500|-kW",
        "3 kr|3|3|kr",
        "20 Stück|20|20|Stück",
        "12 ktCO2e|12|12|ktCO2e"
      })
  void amount_inAnyForm_isRead(
      String text, double min, double max, @org.jspecify.annotations.Nullable String unit)
      throws ValueFault {
    Item item = Numbers.amount(text, false);
    assertEquals((Double) min, item.parts().get("min"));
    assertEquals((Double) max, item.parts().get("max"));
    assertEquals(unit, item.parts().get("unit"));
  }

  /// The text of an amount goes into what people read.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2.3亿元|230000000", "12.3456785M|12345678.5", "0.00002|0.00002", "0.1|0.1"})
  void amount_asText_isWrittenInFull(String text, String written) throws ValueFault {
    assertEquals(written, Numbers.amount(text, false).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many",
        "30–25 MW",
        "",
        "12,5 MW",
        "1.250,5",
        "1,2345",
        "3/4 MW",
        "Q$5",
        "1200多万",
        "300多亿元",
        "1200（万元）",
        "1200左右万元",
        "1200·万元",
        "12 MEUR",
        "12 kEUR",
        "12m EUR",
        "12 MMUSD",
        "5 T€",
        "12-million",
        "12 mill.",
        "12 Lacs",
        "12 लाख",
        "12 миллионов",
        "12 triệu",
        "12 ล้าน",
        "12 TBD",
        "2 and a half",
        "2 dozen",
        "5成",
        "损失5",
        "2x5 MW",
        "Q3 2019",
        "1.2.3",
        "(1,200)",
        "1_000",
        "12-",
        "- 5",
        "-$5M",
        "负500",
        "亏损500万",
        "第3期",
        "Phase 2",
        "Q3",
        "CO2",
        "0,500",
        "1,200 300",
        "1.2E+",
        "1.2d5",
        "10³ kWh",
        "5½",
        "0x1F",
        "4k7",
        "5 thousand million",
        "3万亿亿",
        "25 MW, 30 MW",
        "US$5M-US$10M",
        "1\u200b200",
        "१२",
        "12 (3)",
        "12 (in thousands)",
        "5 (000s)",
        "$5 big ones",
        "5 兆円",
        "ISO 9001",
        "下降5%",
        "净流出5万元",
        "5 milliards",
        "3 Milliarden €",
        "5 millones",
        "5만",
        "12 (x1000)",
        "5W元",
        "5 plus10",
        "5 and20",
        "1E999",
        "12 Kč",
        "12 Kčs",
        "5 Mé",
        "12 USD million",
        "12 USD m",
        "12 USDm",
        "12 USD bn",
        "12 $ million",
        "12 $M",
        "12 $k",
        "1,200 t ('000)",
        "1,200 ('000 t)",
        "1,200 t (in millions)",
        "12 tonnes (thousands)",
        "12 MW thousand",
        "12 MW (thousand)",
        "1,200.00- EUR",
        "1,200.00-EUR",
        "12 $-",
        "12-$",
        "USD 12 EUR",
        "$12 CNY",
        "¥12 万美元",
        "5천",
        "3천원",
        "5백",
        "1兆",
        "1京",
        "12 thsd",
        "12 tis.",
        "12 mila",
        "12 milioni",
        "12 milyon",
        "12 ribu",
        "12 jt",
        "12 tusen",
        "12 duizend",
        "12 ألف",
        "12 หมื่น",
        "12 Mkr",
        "12 tkr",
        "1比3",
        "12 Jan",
        "12th",
        "1st",
        "12 NA",
        "12 null",
        "12 unknown",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2012-08-01|2012-08-01",
        "2012-08-01T00:00|2012-08-01",
        "2012/8|2012-08",
        "2012年8月1日|2012-08-01",
        "2012年|2012",
        "2012.10|2012-10",
        "2012.1.8|2012-01-08",
        "13/8/2012|2012-08-13",
        "8/13/2012|2012-08-13",
        "8/8/2012|2012-08-08",
        "1 Aug 2012|2012-08-01",
        "August 1, 2012|2012-08-01",
        "Aug 2012|2012-08",
        "2012|2012",
        "２０１２年８月１日|2012-08-01",
        "1-Aug-2012|2012-08-01",
        "Sept 2012|2012-09",
        "8 May 2012|2012-05-08",
        "2012-08-01 13:45:10.5 +08:00|2012-08-01",
        "13/8/2012 9:30 PM|2012-08-13"
      })
  void date_inAnyForm_isRead(String text, String date) throws ValueFault {
    assertEquals(date, Dates.date(text, Dates.Form.PLAIN).text());
  }

  @Test
  void date_dayFirst_isReadSo() throws ValueFault {
    assertEquals("2012-01-08", Dates.date("8/1/2012", new Dates.Form(true, false)).text());
    assertEquals("2012-08-01", Dates.date("8/1/2012", new Dates.Form(false, false)).text());
  }

  @Test
  void date_thatCanBeReadInTwoWays_isAFault_butItsYearIsKnown() throws ValueFault {
    ValueFault fault =
        assertThrows(ValueFault.class, () -> Dates.date("8/1/2012", Dates.Form.PLAIN));
    assertTrue(
        String.valueOf(fault.getMessage()).contains("day_first: true or day_first: false"),
        fault::getMessage);
    Row row =
        new Row(
            new SourceRecord(new Origin("f", 1), new Header(List.of()), List.of(), null), Map.of());
    ValueType year = ValueType.of("year", Dates.Form.PLAIN, false, false);
    assertEquals("2012", year.read("8/1/2012", row).getFirst().text());
    assertEquals("2012", year.read("13/1/2012", row).getFirst().text());
  }

  /// 41122 is what Excel writes for the 1st of August 2012, 61 for the 1st of March 1900.
  @ParameterizedTest
  @CsvSource({"41122,2012-08-01", "41122.75,2012-08-01", "61,1900-03-01", "45365,2024-03-14"})
  void date_thatExcelCounted_isReadIfTheMappingAllowsIt(String text, String date)
      throws ValueFault {
    assertEquals(date, Dates.date(text, new Dates.Form(null, true)).text());
    assertThrows(ValueFault.class, () -> Dates.date(text, Dates.Form.PLAIN));
  }

  /// A column of Excel dates often has plain years too; no registry reaches back to 1905.
  @Test
  void plainYear_amongSerialNumbers_isAYear() throws ValueFault {
    assertEquals("2012", Dates.date("2012", new Dates.Form(null, true)).text());
    assertEquals("2012-08", Dates.date("2012.08", new Dates.Form(null, true)).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "60", "1000000"})
  void serialNumber_outOfRange_isAFault(String text) {
    assertThrows(ValueFault.class, () -> Dates.date(text, new Dates.Form(null, true)));
  }

  @Test
  void whole_rounds_onlyIfTheMappingAllowsIt() throws ValueFault {
    Row row =
        new Row(
            new SourceRecord(new Origin("f", 1), new Header(List.of()), List.of(), null), Map.of());
    ValueType rounding = ValueType.of("whole", Dates.Form.PLAIN, false, true);
    assertEquals("2009", rounding.read("2008.9999999999998", row).getFirst().text());
    ValueType strict = ValueType.of("whole", Dates.Form.PLAIN, false, false);
    assertThrows(ValueFault.class, () -> strict.read("2008.5", row));
    assertThrows(ValueFault.class, () -> strict.read("1E20", row));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2012-02-30",
        "soon",
        "13/13/2012",
        "Foo 2012",
        "Marble 2012",
        "Decision 12, 2019",
        "Mayor 5, 2019",
        "2012-08-01 nonsense",
        "13/8/2012 or later",
        "2012-08/01",
        "2012.1",
        "13-8/2012",
        "201²",
        "2012-08-01 29:00",
        "2012-08-01 24:59",
        "2012-08-01 13:00 pm"
      })
  void date_thatDoesNotExist_isAFault(String text) {
    assertThrows(ValueFault.class, () -> Dates.date(text, Dates.Form.PLAIN));
  }

  @Test
  void slug_isStableAndKeepsChineseNamesApart() {
    assertEquals("roof-and-co", Slug.of("Roof & Co."));
    assertEquals("loerrach-strasse", Slug.of("Loerrach Straße"));
    assertEquals("saint-etienne", Slug.of("Saint-Étienne"));
    assertNotEquals(Slug.of("比亚迪"), Slug.of("宁德时代"));
    assertEquals(Slug.of("比亚迪"), Slug.of(" 比亚迪 "));
    assertTrue(Slug.of("x".repeat(500)).length() <= 80);
    assertEquals("losangeles", Slug.squash("Los Angeles"));
  }

  @Test
  void firmName_withoutItsCity_isTheOperator() {
    assertEquals(
        "Lime", ValueRuleReader.without("Lime San Francisco", java.util.List.of("San Francisco")));
    assertEquals("Grad", ValueRuleReader.without("Grad (Split)", java.util.List.of("Split")));
    assertEquals("", ValueRuleReader.without("Zenica", java.util.List.of("Zenica")));
  }

  @Test
  void website_isTakenFromMarkdownOrDomain() {
    assertEquals("https://www.mi.com", website("[https://www.mi.com](https://www.mi.com)"));
    assertEquals("https://a.cn", website("a.cn"));
    assertEquals("https://a.org/wiki/B_(firm)", website("https://a.org/wiki/B_(firm)"));
    assertEquals("http://a.cn/", website("http://a.cn/;http://b.cn"));
    assertEquals("https://a.cn/B", website("HTTPS://A.CN/B"));
    assertEquals("https://a.cn:8080", website("a.cn:8080"));
    assertEquals("https://a.cn", website("//a.cn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"500-1000人", "https://user:pw@a.cn/", "http://127.0.0.1", "https://a", "a@b.cn"})
  void website_thatIsNone_isUnknown_andReported(String text) {
    RowRemarks remarks = new RowRemarks();
    assertEquals(List.of(), ValueType.Websites.read(text, remarks));
    String remark = String.valueOf(remarks.take().getFirst().en());
    assertTrue(remark.contains("\"" + text + "\" is not a web address"), remark);
  }

  private static String website(String text) {
    return ValueType.Websites.read(text, new RowRemarks()).getFirst().text();
  }
}
