package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.read.SourceException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertHas(account.firstRejections().toString(), "must name each owner once");
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
  void limit_isNoQuantity() throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [100%],up to 30 MW,2019,runs"),
        "MW: must be one number, not only a limit; use {size.max} instead,"
            + " but was \"up to 30 MW\"");
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
        "to be determined",
        "尚未确定",
        "Private Developer",
        "Unknown LLC",
        "Owner unknown",
        "Company A",
        "TBD Inc",
        "N/A (see note 3)",
        "info@acme.com",
        "www.acme.com",
        "XX公司",
        "某市政公司",
        "中标单位待定",
        "招标中",
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
            + " (correct them, or add an owner \"other\"), but was \"94 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; Beta [27%],30,2019,runs"),
        "but was \"104 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [97%]; Beta [6%]; C,30,2019,runs"),
        "at most 100 %");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [100%]; Beta,30,2019,runs"),
        "to less if one is unknown");
    for (String share : List.of("[100.4%]", "[1/3]", "(½)")) {
      String row = "East,CN,Jilin,43.8,126.5,Acme " + share + ",30,2019,runs";
      assertHas(rejection(row), "must be an owner");
    }
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; other [27%],30,2019,runs"),
        "must have shares that add up to at most 100 %, or to less if one is unknown, but was \"104 % of 2 owners\"");
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
    RowResults rejected =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme,30,2021,runs
            East,CN,Jilin,43.8,126.5,Acme,up to 5,2019,runs
            """);
    assertEquals(1, rejected.rejected());
    assertFalse(out().contains("quantity"), out());
    assertHas(rejected.notes().toString(), "sums are unknown");
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
        "2 sums are unknown, because a row has no amount, was rejected or has another unit");
    assertHas(convert(MAPPING, row + row).notes().toString(), "1 row equals another row");
  }

  @Test
  void file_withoutRows_isRefused() {
    SourceException refused =
        assertThrows(SourceException.class, () -> convert(MAPPING, "", Tolerance.DEFAULT));
    assertHas(String.valueOf(refused.getMessage()), "the files of plants have no rows");
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
    assertHas(message, "merge must name only fields of a deployment, but was nosuch");
    assertHas(message, "values.m.map must give each word one meaning, whatever its case");
    assertHas(message, "values.w.within must be a code of the taxonomy");
    for (String key : List.of("f: unknown key \"day_first\"", "\"country\"", "\"most\"")) {
      assertHas(message, key);
    }
    assertHas(message, "values.n: unknown key \"round\"");
  }
}
