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
        "2012-08-01|2012-08-01",
        "2012-08-01T00:00|2012-08-01",
        "2012/8|2012-08",
        "2012年8月1日|2012-08-01",
        "2012年|2012",
        "2012.0|2012",
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
    assertEquals(date, Dates.date(text, null).text());
  }

  @Test
  void date_dayFirst_isReadSo() throws ValueFault {
    assertEquals("2012-01-08", Dates.date("8/1/2012", true).text());
    assertEquals("2012-08-01", Dates.date("8/1/2012", false).text());
  }

  @Test
  void date_thatCanBeReadInTwoWays_isAFault_butItsYearIsKnown() throws ValueFault {
    ValueFault fault = assertThrows(ValueFault.class, () -> Dates.date("8/1/2012", null));
    assertTrue(
        String.valueOf(fault.getMessage()).contains("day_first: true or day_first: false"),
        fault::getMessage);
    Row row =
        new Row(
            new SourceRecord(new Origin("f", 1), new Header(List.of()), List.of(), null), Map.of());
    ValueType year = ValueType.of("year", null, false, false);
    assertEquals("2012", year.read("8/1/2012", row).getFirst().text());
    assertEquals("2012", year.read("13/1/2012", row).getFirst().text());
  }

  @Test
  void whole_rounds_onlyIfTheMappingAllowsIt() throws ValueFault {
    Row row =
        new Row(
            new SourceRecord(new Origin("f", 1), new Header(List.of()), List.of(), null), Map.of());
    ValueType rounding = ValueType.of("whole", null, false, true);
    assertEquals("2009", rounding.read("2008.9999999999998", row).getFirst().text());
    ValueType strict = ValueType.of("whole", null, false, false);
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
        "2012-08-01 12:00:60",
        "2012-08-01T12:00+99:00",
        "0/8/2012",
        "2012-08-01 24:59",
        "2012-08-01T24:00",
        "2012-08-01 13:00 pm",
        "2555-08-01",
        "1434-08-01",
        "1391年5月11日",
        "1/8/2555",
        "0012-08",
        "0000"
      })
  void date_thatDoesNotExist_isAFault(String text) {
    assertThrows(ValueFault.class, () -> Dates.date(text, null));
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
    assertEquals("http://xn--a.xn--fiqs8s", website("http://xn--a.xn--fiqs8s"));
    assertEquals("https://a.org/wiki/B_(firm)", website("https://a.org/wiki/B_(firm)"));
    assertEquals("http://a.cn/", website("http://a.cn/;http://b.cn"));
    assertEquals("https://a.cn/B", website("HTTPS://A.CN/B"));
    assertEquals("https://a.cn:8080", website("a.cn:8080"));
    assertEquals("https://a.cn", website("//a.cn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "500-1000人",
        "https://user:pw@a.cn/",
        "http://127.0.0.1",
        "https://a",
        "a@b.cn",
        "http://a.cn@evil.cn",
        "http://a.com\\@evil.cn",
        "https://a.cn%00.evil",
        "http://a.cn:99999",
        "none.yet",
        "file.pdf",
        "Co.Ltd",
        "Acme.Inc"
      })
  void website_thatIsNone_isUnknown_andReported(String text) {
    RowRemarks remarks = new RowRemarks();
    assertEquals(List.of(), ValueType.Websites.read(text, remarks));
    String remark = String.valueOf(remarks.take().getFirst().en());
    assertTrue(remark.contains("\"" + text + "\" is not a URL"), remark);
  }

  private static String website(String text) {
    return ValueType.Websites.read(text, new RowRemarks()).getFirst().text();
  }
}
