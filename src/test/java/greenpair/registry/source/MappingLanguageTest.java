package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.read.SourceException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Owners, units of one plant and conditions in a mapping.
class MappingLanguageTest extends PlantMapping {
  @Test
  void owners_withShares_areFirmsAndParties_withoutTheOthers() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            "East,China,Jilin,43.8,126.5,Acme Co Ltd [77%]; Beta (6 %); other"
                + " [17%],30,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(
        out(),
        "\"firms\":[\"acme-co-ltd\",\"beta\"],\"parties\":[{\"firm\":\"acme-co-ltd\",\"role\":\"owner\","
            + "\"share\":77},{\"firm\":\"beta\",\"role\":\"owner\",\"share\":6}]");
    assertFalse(out().contains("other"), out());
  }

  /// What is unknown is not zero, so the rest may belong to owners whom the register does not know.
  @ParameterizedTest
  @ValueSource(
      strings = {"Acme [77%]; other [17%]", "other [17%]; Acme [77%]", "Acme [77%]; other"})
  void shares_besideAnUnknownOwner_mayAddUpToLess(String owners) throws IOException {
    RowResults account = convert(MAPPING, "East,CN,Jilin,43.8,126.5," + owners + ",30,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(
        out(),
        "\"firms\":[\"acme\"],\"parties\":[{\"firm\":\"acme\",\"role\":\"owner\",\"share\":77}]");
    assertFalse(out().contains("other"), out());
  }

  @Test
  void owner_withTwoShares_isAFault() throws IOException {
    RowResults account =
        convert(MAPPING, "East,CN,Jilin,43.8,126.5,A [50%]; A [50%],30,2019,runs\n");
    assertHas(account.firstRejections().toString(), "must have one share of each owner");
  }

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

  /// The country of a seat is known, though its region is not; an amount without its number is not.
  @Test
  void literal_staysWithoutItsUnknownNeighbour_unlessItIsAUnit() throws IOException {
    String mapping =
        MAPPING.replace(
            "name: {en: \"{owner}\"}}",
            "name: {en: \"{owner}\"}, headquarters: {country: CN, region: \"{province}\"}}");
    convert(mapping, "East,CN,,43.8,126.5,Acme,,2019,runs\n");
    assertHas(out(), "\"headquarters\":{\"country\":\"CN\"}");
    assertHas(out(), "\"attributes\":{\"feedstock\":[\"wood\"]}");
    assertFalse(out().contains("MW"), out());
  }

  @Test
  void owner_whoIsNobody_givesNoFirm() throws IOException {
    RowResults account = convert(MAPPING, "East,CN,Jilin,43.8,126.5,other [100%],30,2019,runs\n");
    assertEquals(1, account.accepted());
    assertEquals(null, account.entries().get("firm"));
  }

  /// The mapping of this registry does not treat the owner "unknown" as unknown.
  @Test
  void owner_calledUnknown_thatTheMappingKeeps_isRejected() throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Unknown [100%],30,2019,runs"),
        "plants.csv:2: firm: name must be the name of an organisation or person");
  }

  /// What databases, spreadsheets and people write for no name; each would become one firm.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NULL",
        "NaN",
        "#N/A",
        "#REF!",
        "...",
        "?",
        "——",
        "N.A.",
        "TBC",
        "not applicable",
        "(blank)",
        "同上",
        "暂无",
        "待定",
        "不适用",
        "个人",
        "0",
        "true"
      })
  void owner_withoutAName_isRejected(String name) throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5," + name + " [100%],30,2019,runs"),
        "plants.csv:2: firm: name must be the name of an organisation or person");
  }

  @Test
  void mapping_withAFieldThatTheKindLacks_isRefusedOnce() {
    SourceException refused =
        assertThrows(
            SourceException.class,
            () -> convert(MAPPING.replaceFirst("(?m)^( *)name:", "$1nam: {en: x}\n$1name:"), ""));
    assertHas(String.valueOf(refused.getMessage()), "but was nam (did you mean \"name\"?)");
  }

  /// A registry that changed its columns must not be published as an empty one.
  @Test
  void rows_ofWhichNoneIsAccepted_stopTheRun() throws IOException {
    String bad = "East,CN,Jilin,43.8,126.5,Unknown [100%],30,2019,runs\n";
    SourceException stopped =
        assertThrows(SourceException.class, () -> convert(MAPPING, bad, Tolerance.DEFAULT));
    assertHas(String.valueOf(stopped.getMessage()), "none of 1 rows was accepted");
    String good = "West,CN,Jilin,43.8,126.5,Acme [100%],30,2019,runs\n";
    assertEquals(1, convert(MAPPING, bad + good, Tolerance.DEFAULT).accepted());
    assertThrows(SourceException.class, () -> convert(MAPPING, bad + good, Tolerance.parse("0")));
    for (String word : List.of("-1", "150%", "many")) {
      assertHas(
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> Tolerance.parse(word))
                  .getMessage()),
          "--max-rejects must be a number such as 25 or a share from 0% to 100%, but was \""
              + word);
    }
  }

  @Test
  void shares_thatDoNotAddUp_rejectTheRow() throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; Beta [17%],30,2019,runs"),
        "plants.csv:2: Owners: must have shares that add up to 100 %, unless an owner is unknown"
            + " (correct them, or add the owner other), but was \"94 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; Beta [27%],30,2019,runs"),
        "but was \"104 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [103%]; Beta,30,2019,runs"), "at most 100 %");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; other [27%],30,2019,runs"),
        "must have shares that add up to at most 100 %, but was \"104 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme 77%,30,2019,runs"),
        "must be an owner, or an owner with a share such as Owner Ltd [77%], but was \"Acme 77%\"");
  }

  @Test
  void shares_rounded_addUp() throws IOException {
    assertEquals(
        1,
        convert(MAPPING, "East,CN,Jilin,43.8,126.5,A [33%]; B [33%]; C [33%],30,2019,runs\n")
            .accepted());
  }

  @Test
  void unitsOfOnePlant_areOneDeployment_ofTheirSum() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme [100%],30,2021,planned
            East,CN,Jilin,43.8,126.5,Acme [100%],12.5,2019,runs
            East,CN,Jilin,43.8,126.5,Acme [100%],30,,runs
            """);
    assertEquals(1, account.accepted());
    assertEquals(2, account.merged());
    assertEquals(1, account.entries().get("deployment"));
    assertHas(out(), "\"start\":2019,\"quantity\":{\"value\":72.5,\"unit\":{\"en\":\"MW\"}}");
    assertHas(out(), "\"size\":{\"value\":72.5,\"unit\":\"MW\"}");
    assertHas(out(), "\"status\":\"operating\"");
  }

  @Test
  void sum_ofWhichOneIsUnknown_isUnknown() throws IOException {
    convert(
        MAPPING,
        """
        East,CN,Jilin,43.8,126.5,Acme,30,2021,runs
        East,CN,Jilin,43.8,126.5,Acme,,2019,runs
        """);
    assertFalse(out().contains("quantity"), out());
    assertFalse(out().contains("size"), out());
  }

  /// The unit comes from another column or a default, and says nothing alone.
  @Test
  void amount_withoutItsNumber_isLeftOutWithItsUnit() throws IOException {
    RowResults account =
        convert(
            MAPPING.replace("unit: {en: MW}", "unit: {en: \"{country}\"}"),
            "East,CN,Jilin,43.8,126.5,Acme,,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertFalse(out().contains("quantity"), out());
  }

  @Test
  void sum_thatIsLost_andRowsThatAreEqual_areReported() throws IOException {
    String row = "East,CN,Jilin,43.8,126.5,Acme,30,2021,runs\n";
    assertHas(
        convert(MAPPING, row + "East,CN,Jilin,43.8,126.5,Acme,,2019,runs\n").notes().toString(),
        "2 sums are unknown, because a row has no amount or one in another unit");
    assertHas(convert(MAPPING, row + row).notes().toString(), "1 row equals another row");
  }

  @Test
  void file_withoutRows_isReported() throws IOException {
    assertHas(convert(MAPPING, "").notes().toString(), "the files of plants have no rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme (50)", "Acme [0.5]", "Acme [50 percent]"})
  void bracket_thatMayBeAShare_rejectsTheRow(String owner) throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5," + owner + ",30,2019,runs"),
        "must be an owner, or an owner with a share");
  }

  @Test
  void condition_above_comparesNumbers() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme,100,2021,runs
            West,CN,Jilin,43.8,126.5,Acme,100.5,2019,runs
            """);
    assertEquals(java.util.Map.of("too large", 1L), account.skipped());
  }

  @Test
  void mapping_withFaults_namesThemAll() throws IOException {
    String mapping =
        MAPPING
            .replace("quantity: sum", "quantity: add")
            .replace("each: owner, firm", "each: ownr, firm")
            .replace("above: 100", "above: many")
            .replace("kind: city", "kind: town");
    SourceException fault = assertThrows(SourceException.class, () -> convert(mapping, ""));
    String message = String.valueOf(fault.getMessage());
    assertHas(message, "merge.quantity must be sum, least, most or a list of words, but was [add]");
    assertHas(message, "parties[0].each must name a value, but was ownr (did you mean \"owner\"?)");
    assertHas(message, "above must be a number, but was many");
    assertHas(
        message, "kind must be one of city, need, firm, financier, solution, deployment, expert");
  }

  /// Each was read and had no effect, or another one than was meant.
  @Test
  void mapping_withKeysThatDoNothing_isRefused() throws IOException {
    String mapping =
        MAPPING
            .replace("quantity: sum", "quantity: sum, nosuch: least")
            .replaceFirst(
                "(?m)^values:\n",
                """
                values:
                  m: {from: Owner, map: {done: a, Done: b}}
                  w: {from: Owner, as: concepts, within: [ENE.XXX]}
                  f: {from: Owner, day_first: true, round: true, country: US, most: 3}
                  n: {from: Owner, as: number, round: true}
                """);
    SourceException fault = assertThrows(SourceException.class, () -> convert(mapping, ""));
    String message = String.valueOf(fault.getMessage());
    assertHas(message, "merge must be fields of a deployment, but was nosuch");
    assertHas(message, "values.m.map must give each word one meaning, whatever its case");
    assertHas(message, "values.w.within must be a code of the taxonomy");
    for (String key : List.of("f: unknown key \"day_first\"", "\"country\"", "\"most\"")) {
      assertHas(message, key);
    }
    assertHas(message, "values.n: unknown key \"round\"");
  }
}
