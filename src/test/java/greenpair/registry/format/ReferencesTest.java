package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.registry.Origin;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private final References references = new References();

  private static Entry entry(String line) {
    return Lines.JSON.decode(Lines.utf8(line));
  }

  private static Origin at(String file, long line) {
    return new Origin(file, line);
  }

  private void noteFullCatalog() {
    int line = 1;
    for (String each : Lines.FULL) {
      references.note(entry(each), at("a.jsonl", line++));
    }
  }

  @Test
  void catalogThatFitsTogether_hasNoProblem() {
    noteFullCatalog();
    int line = 1;
    for (String each : Lines.FULL) {
      assertEquals(Optional.empty(), references.problem(entry(each), at("a.jsonl", line++)));
    }
  }

  private Optional<String> said(Entry entry, Origin origin) {
    return references.problem(entry, origin).map(problem -> problem.in(Language.EN));
  }

  @Test
  void needOfUnknownCity_isAProblemWithTheNearestId() {
    noteFullCatalog();
    Entry need = entry(Lines.NEED.replace("\"cn-jilin\"", "\"cn-jilinn\"").replace("-n1", "-n2"));
    Origin here = at("a.jsonl", 9);
    references.note(need, here);
    assertEquals(
        Optional.of(
            "city: the catalog has no city with the id \"cn-jilinn\" (did you mean \"cn-jilin\"?)"),
        said(need, here));
  }

  @Test
  void idsThatDifferInCaseOnly_areAProblemOfTheOneWithCapitals() {
    List<String> ids = List.of("F1", "f1", "g-B", "G-b", "H1");
    List<Optional<String>> said = new ArrayList<>();
    for (int at = 0; at < ids.size(); at++) {
      references.note(firm(ids.get(at)), at("a.jsonl", at + 1));
    }
    for (int at = 0; at < ids.size(); at++) {
      said.add(said(firm(ids.get(at)), at("a.jsonl", at + 1)));
    }
    assertTrue(said.get(0).orElse("").contains("a.jsonl:2 differs from \"F1\""), said::toString);
    assertTrue(said.get(3).orElse("").contains("a.jsonl:3 differs from \"G-b\""), said::toString);
    assertEquals(3, said.stream().filter(Optional::isEmpty).count(), said::toString);
  }

  private static Entry firm(String id) {
    Entry plain = entry(Lines.FIRM);
    return entry(Lines.FIRM.replace("\"" + plain.id() + "\"", "\"" + id + "\""));
  }

  @Test
  void market_inACityThatIsNotThere_isAProblem() {
    noteFullCatalog();
    Entry firm = entry(Lines.with(Kind.FIRM, "\"market\":{\"in\":[\"CN\",\"cn-jilinn\"]}"));
    assertEquals(
        Optional.of(
            "market: the catalog has no city with the id \"cn-jilinn\" (did you mean"
                + " \"cn-jilin\"?)"),
        said(firm, at("a.jsonl", 9)));
  }

  @Test
  void expertWithUnknownParties_saysEachThatIsMissing() {
    noteFullCatalog();
    Entry expert =
        entry(
            Lines.EXPERT
                .replace("\"affiliation\":{\"firm\":\"byd\"}", "\"affiliation\":{\"city\":\"x\"}")
                .replace("[{\"firm\":\"byd\"", "[{\"financier\":\"add\"")
                .replace("x-lane", "x-track"));
    Origin here = at("a.jsonl", 9);
    references.note(expert, here);
    assertEquals(
        Optional.of(
            "affiliation.city: the catalog has no city with the id \"x\""
                + " | conflicts.financier: the catalog has no financier with the id \"add\""
                + " (did you mean \"adb\"?)"),
        said(expert, here));
  }

  @Test
  void deploymentWithoutItsPartners_saysEachThatIsMissing() {
    Entry deployment = entry(Lines.DEPLOYMENT);
    Origin here = at("a.jsonl", 1);
    references.note(deployment, here);
    assertEquals(
        Optional.of(
            "city: the catalog has no city with the id \"cn-jilin\""
                + " | firms: the catalog has no firm with the id \"byd\""
                + " | financiers: the catalog has no financier with the id \"adb\""),
        said(deployment, here));
  }

  @Test
  void idThatStandsTwice_onlyTheSecondIsWrong_andNamesTheFirst() {
    Entry firm = entry(Lines.FIRM);
    references.note(firm, at("a.jsonl", 3));
    references.note(entry(Lines.with(Kind.CITY, "").replace("x1", "byd")), at("a.jsonl", 4));
    references.note(firm, at("b.jsonl", 1_000_000));
    assertEquals(Optional.empty(), references.problem(firm, at("a.jsonl", 3)));
    assertEquals(
        Optional.of(
            "id: another firm has the id \"byd\" at a.jsonl:3; rename or remove one of the two"),
        said(firm, at("b.jsonl", 1_000_000)));
  }

  @Test
  void cityOfADuplicatedNeed_isThatOfTheFirst() {
    noteFullCatalog();
    String elsewhere = "\"city\":\"cn-other\"";
    references.note(
        entry(Lines.CITY.replace("\"id\":\"cn-jilin\"", "\"id\":\"cn-other\"")), at("b", 1));
    references.note(entry(Lines.NEED.replace("\"city\":\"cn-jilin\"", elsewhere)), at("b", 2));
    Entry programme = entry(Lines.PROGRAMME.replace("\"city\":\"cn-jilin\"", elsewhere));
    String told = said(programme, at("a.jsonl", 7)).orElseThrow();
    assertTrue(told.contains("\"cn-jilin-n1\" belongs to the city \"cn-jilin\""), told);
  }

  @Test
  void manyDanglingIds_areChecked_hintsStopSoThatItStaysFast() {
    noteFullCatalog();
    Entry need = entry(Lines.NEED.replace("\"cn-jilin\"", "\"cn-jilinn\""));
    String first = references.problem(need, at("a.jsonl", 2)).orElseThrow().in(Language.EN);
    for (int i = 0; i < 200; i++) {
      references.problem(need, at("a.jsonl", 2));
    }
    String last = references.problem(need, at("a.jsonl", 2)).orElseThrow().in(Language.EN);
    assertTrue(first.contains("did you mean") && !last.contains("did you mean"), last);
  }
}
