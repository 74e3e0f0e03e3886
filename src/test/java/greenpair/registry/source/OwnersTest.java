package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import greenpair.registry.source.convert.RowResults;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Owners of a row and their shares.
class OwnersTest extends PlantMapping {
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

  @ParameterizedTest
  @ValueSource(strings = {"Acme (50)", "Acme [0.5]", "Acme [50 percent]"})
  void bracket_thatMayBeAShare_rejectsTheRow(String owner) throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5," + owner + ",30,2019,runs"),
        "must be an owner, or an owner with a share");
  }
}
