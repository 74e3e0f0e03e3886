package greenpair.match.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Grade;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.contract.CityTraits;
import greenpair.match.CaseMaker;
import greenpair.match.Given;
import greenpair.registry.format.CatalogJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
  private static final CityTraits HERE = Given.city("here").make();
  private static final Contradictions CONTRADICTIONS = new Contradictions(Given.PHRASES);

  private static Entry entry(String kind, String fields) {
    String json =
        "{\"kind\":\""
            + kind
            + "\",\"id\":\"x\",\"name\":{\"en\":\"X\"},"
            + "\"technologies\":[\"LGT.LED\"],"
            + fields
            + ","
            + "\"provenance\":[{\"source\":\"s\",\"verified\":true}]}";
    return new CatalogJson(Given.TAXONOMY).decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Text> of(Entry entry, CaseMaker... cases) {
    return CONTRADICTIONS.of(
        entry, java.util.Arrays.stream(cases).map(CaseMaker::make).toList(), Given.NOW);
  }

  @Test
  void caseBeforeTheFounding_isReportedInBothLanguages() {
    Entry firm = entry("firm", "\"founded\":2005");
    List<Text> said = of(firm, Given.done("d1", HERE, Given.LED).years(1996, 1998));

    assertEquals(1, said.size());
    assertTrue(
        said.getFirst()
            .best(Language.EN)
            .startsWith(
                "Contradictory: the case d1 of 1998 is older than the firm, founded in 2005"));
    assertTrue(said.getFirst().best(Language.ZH).startsWith("记录矛盾：案例d1（1998年）"));
  }

  @Test
  void caseOfTheYearOfTheFounding_orOfNoYear_isNone() {
    Entry firm = entry("firm", "\"founded\":2005");
    assertEquals(List.of(), of(firm, Given.done("d1", HERE, Given.LED).years(2004, 2005)));
    assertEquals(List.of(), of(firm, Given.done("d1", HERE, Given.LED).years(null, null)));
    assertEquals(
        List.of(),
        of(
            entry("firm", "\"aliases\":[\"Y\"]"),
            Given.done("d1", HERE, Given.LED).years(1850, 1851)));
  }

  @Test
  void sizesInTwoCurrencies_areReported_andSizesInOneAreNot() {
    String ticket = "\"ticket\":{\"min\":1,\"currency\":\"USD\"}";
    List<Text> said =
        of(entry("financier", ticket + ",\"deals\":[{\"max\":9,\"currency\":\"CNY\"}]"));
    assertEquals(1, said.size());
    assertTrue(said.getFirst().best(Language.EN).contains("(CNY, USD)"));
    assertTrue(said.getFirst().best(Language.ZH).contains("CNY、USD"));
    assertEquals(
        List.of(),
        of(entry("financier", ticket + ",\"deals\":[{\"max\":9,\"currency\":\"USD\"}]")));
  }

  @Test
  void caseThatIsDoneInAYearToCome_isReported_andAPlannedOneIsNot() {
    Entry firm = entry("firm", "\"aliases\":[\"Y\"]");
    CaseMaker later = Given.done("d1", HERE, Given.LED).years(null, Given.NOW + 2);
    assertEquals(1, of(firm, later).size());
    assertEquals(List.of(), of(firm, later.grade(Grade.D)));
  }
}
