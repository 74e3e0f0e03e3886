package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.registry.source.convert.RowResults;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Units and currencies of cells beside those of the mapping and of the fields.
class MappedUnitsTest extends PlantMapping {
  /// Thirty kilowatts are not thirty megawatts.
  @Test
  void unitOfACell_thatIsNotThatOfTheMapping_isAFault() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme,30 kW,2019,runs
            West,CN,Jilin,43.8,126.5,Acme,30 MW,2019,runs
            """);
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(account.firstRejections().toString(), "must have the unit of the mapping, MW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$12",
        "€5",
        "¥5",
        "5万元",
        "₽5",
        "人民币5万",
        "30 MW each",
        "12 (kW)",
        "12（千瓦）",
        "12 (GW)",
        "12 MW approx",
        "12 MW north",
        "12 MW of 30",
        "12 MW (2x6 MW)"
      })
  void otherUnitOrWords_thatAreToBeMegawatts_areAFault(String cell) throws IOException {
    assertEquals(0, convert(MAPPING, row(cell)).accepted(), cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "12 MW", "12MW", "12-MW", "12 (MW)", "12 MW (2019)"})
  void megawatts_areRead(String cell) throws IOException {
    RowResults account = convert(MAPPING, row(cell));
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
  }

  /// A text with an amount in kilowatts does not say that they are megawatts, or nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plant of {size} MW|30;30 MW|30 kW;$30;30 MW north",
        "Plant ({size}MW)|30;30 MW|30 MWh",
        "Plant of {size}|30|30 MW;€30",
        "Plant of {size.min}|30|30–40 MW",
        "Plant of {size} {size.unit}|30 MW;30 kW;30 MW north|",
        "Plant for {size} USD|30;$30;US$30;30 dollars|30 kW;€30;$30/kW"
      })
  void textWithAnAmount_mustSayItsUnit(String text, String read, @Nullable String faults)
      throws IOException {
    String mapping =
        MAPPING
            .substring(0, MAPPING.indexOf("  - kind: firm"))
            .replace("name: {en: \"{spot.city}\"}", "name: {en: \"" + text + "\"}");
    for (String cell : read.split(";", -1)) {
      RowResults account = convert(mapping, row(cell));
      assertEquals(1, account.accepted(), () -> cell + account.firstRejections());
    }
    for (String cell : faults == null ? new String[0] : faults.split(";", -1)) {
      assertEquals(0, convert(mapping, row(cell)).accepted(), cell);
    }
  }

  /// Deals in US dollars.
  private static final String DEALS =
      MAPPING.substring(0, MAPPING.indexOf("  - kind: deployment"))
          + """
            - kind: financier
              fields: {id: "{plant:slug}", name: {en: "{plant}"}, ticket: {max: "{size}", currency: USD}}
          """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¥5",
        "5元",
        "人民币5",
        "5港币",
        "5日圆",
        "5欧",
        "5台币",
        "5镑",
        "5 pounds",
        "12 kr",
        "12 zł",
        "₽5",
        "₩5",
        "฿5",
        "C$12",
        "CA$12",
        "₡5",
        "5 MW",
        "5 tonnes",
        "5%",
        "5 hours",
        "5 (CNY)",
        "5（人民币）",
        "$5 (CAD)",
        "$5 (AUD total)",
        "$5/AUD",
        "$5 in CAD",
        "$5 total (AUD)",
        "'$5, Canadian'",
        "5 dollars CAD",
        "5 dollars (Canadian)",
        "5 $ CAD",
        "5 $CA",
        "5$ AU",
        "$5 (2010 AUD)",
        "$5/kWh",
        "$5 per kWh",
        "5 USD/MWh",
        "5 USD per tonne",
        "$5 each",
        "$5 a month",
        "$5 (loss)"
      })
  void otherMoney_orNone_thatIsToBeDollars_isAFault(String cell) throws IOException {
    assertEquals(0, convert(DEALS, row(cell)).accepted(), cell);
  }

  /// A price is no amount, whatever its currency.
  @ParameterizedTest
  @ValueSource(strings = {"5 USD/t", "5 美元/年", "5美元每吨", "$5 p.a.", "5 USD annual"})
  void price_thatIsToBeAnAmountInTheCurrencyOfTheCell_isAFault(String cell) throws IOException {
    String own = DEALS.replace("currency: USD", "currency: \"{size.currency}\"");
    assertEquals(1, convert(own, row("5 USD")).accepted());
    RowResults account = convert(own, row(cell));
    assertEquals(0, account.accepted(), cell);
    assertHas(account.firstRejections().toString(), "must be an amount, not a price or a rate");
    String text = DEALS.replace("{en: \"{plant}\"}", "{en: \"Deal of {size} {size.currency}\"}");
    assertEquals(0, convert(text.replaceAll(", ticket: .*", "}"), row(cell)).accepted(), cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "$12",
        "US$12",
        "5 USD",
        "5 dollars",
        "5美元",
        "$5 (2019)",
        "$5 (USD)",
        "$5 total"
      })
  void dollars_areRead(String cell) throws IOException {
    RowResults account = convert(DEALS, row(cell));
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
  }

  /// A city with one field from the cell.
  private RowResults city(String field, String cell) throws IOException {
    String mapping =
        MAPPING
            .substring(0, MAPPING.indexOf("  - kind: firm"))
            .replaceAll("place: .*", field.replace("x", "\"{size}\""));
    return convert(mapping, row(cell));
  }

  /// Five kilotonnes are not five tonnes, and the west is not the east.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emissions: {transport: x}|5 kt,5 Mt,5 GtCO2e,5 kg,5 (kt),5 MW,5%,$5,5元,5 t/day,5 t per"
            + " capita",
        "population: {count: x}|84 MW,$84,84%,84 households,84 (households),84户,84 km2",
        "grid: {factor: x}|0.4 lb/kWh,0.4 g/kWh,0.4 kg/MWh,0.4 kWh/kg,0.4%,0.4 kg,$0.4",
        "'place: {lat: x, lon: 126.5}'|43.8°S,43.8° S,43.8° South,$43.8,43.8%,43.8 km,43.8°E",
        "'place: {lat: 43.8, lon: x}'|1.25° W,1.25 W,1.25W,1.25° West,1.25 MW,1.25°N,1.25°O",
      })
  void otherUnit_ofAFieldWithItsOwn_isAFault(String field, String cells) throws IOException {
    for (String cell : cells.split(",", -1)) {
      RowResults account = city(field, cell);
      assertEquals(0, account.accepted(), cell);
      if (!cell.endsWith("O")) {
        assertHas(account.firstRejections().toString(), "or state none; convert the cell");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emissions: {transport: x}|5,5 t,5 tCO2e,5 t CO2e,5 t CO2e/yr,5 tonnes,5吨,5 t (2020),5"
            + " tCO₂eq",
        "population: {count: x}|84,84 people,84 inhabitants,84人,84 people (2020),84 (people)",
        "grid: {factor: x}|0.4,0.4 kg/kWh,0.4 kg CO2/kWh,0.4 tCO2e/MWh,0.4千克/千瓦时",
        "'place: {lat: x, lon: 126.5}'|43.8,43.8°,43.8° N,43.8 N,43.8 degrees,43.8度",
      })
  void ownUnit_ofAField_isRead(String field, String cells) throws IOException {
    for (String cell : cells.split(",", -1)) {
      RowResults account = city(field, cell);
      assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    }
  }

  @Test
  void tons_thatMayBeShort_areAFault_unlessTheMappingSaysSo() throws IOException {
    RowResults account = city("emissions: {transport: x}", "5 tons");
    assertHas(account.firstRejections().toString(), "tons may be short tons of 907 kg");
  }

  @Test
  void unitOfAYear_isAFault() throws IOException {
    RowResults account = city("emissions: {waste: 5, year: x}", "20 MW");
    assertHas(account.firstRejections().toString(), "must be a number without a unit");
  }

  private static String row(String cell) {
    return "East,CN,Jilin,43.8,126.5,Acme," + cell + ",2019,runs\n";
  }
}
