package greenpair.registry.source.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergerTest {
  private static final Map<String, Object> FIRST =
      Map.of(
          "kind",
          "firm",
          "id",
          "acme",
          "name",
          Map.of("en", "Acme"),
          "provenance",
          List.of(Map.of("source", "a register", "verified", true)));

  private static Map<String, Object> other(Map<String, Object> more) {
    Map<String, Object> entry = new java.util.LinkedHashMap<>(FIRST);
    entry.put("provenance", List.of(Map.of("source", "a list", "verified", true)));
    entry.putAll(more);
    return entry;
  }

  private static Object sources(Map<String, Object> entry) {
    return java.util.Objects.requireNonNull(entry.get("provenance"));
  }

  @Test
  void source_namesTheFields_thatAreKnownFromItAlone() {
    Map<String, Object> merged =
        Merger.ofRows(9)
            .merge(FIRST, other(Map.of("website", "https://acme.example", "founded", 1999)));
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("founded", "website"))),
        sources(merged));
    assertEquals(1999, merged.get("founded"));
  }

  @Test
  void source_thatAddsNothing_standsForTheEntryAlone() {
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("id"))),
        sources(Merger.ofRows(9).merge(FIRST, other(Map.of()))));
  }

  @Test
  void source_thatStandsThereAlready_isNamedOnce() {
    Merger merger = Merger.ofRows(9);
    Map<String, Object> twice = merger.merge(FIRST, other(Map.of("founded", 1999)));
    assertEquals(sources(twice), sources(merger.merge(twice, other(Map.of()))));
    assertEquals(sources(FIRST), sources(merger.merge(FIRST, FIRST)));
  }

  @Test
  void field_ofTheFirst_keepsItsSource_whatTheNextSaysOfIt() {
    Map<String, Object> first = new java.util.LinkedHashMap<>(FIRST);
    first.put("founded", 1998);
    Map<String, Object> merged = Merger.ofRows(9).merge(first, other(Map.of("founded", 1999)));
    assertEquals(1998, merged.get("founded"));
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("id"))),
        sources(merged));
  }

  private static final Map<String, Object> LETTER =
      Map.of("source", "a register", "verified", true, "fields", List.of("preferences"));

  private static final Map<String, Object> WISHES =
      Map.of("preferences", Map.of("stated", "2026"), "provenance", List.of(LETTER));

  @Test
  void sourceOfPreferences_ofTheSameName_isKeptWithThem() {
    Map<String, Object> merged = Merger.ofSources(9).merge(FIRST, other(WISHES));
    assertEquals(
        List.of(Map.of("source", "a register", "verified", true), LETTER), sources(merged));
  }

  @Test
  void sourceOfPreferences_amongTooMany_isKept() {
    Merger merger = Merger.ofSources(2);
    Map<String, Object> two = merger.merge(FIRST, other(Map.of()));
    Map<String, Object> merged = merger.merge(two, other(WISHES));
    assertEquals(
        List.of(Map.of("source", "a register", "verified", true), LETTER), sources(merged));
  }

  private static Map<String, Object> owner(String firm, double share) {
    return Map.of("firm", firm, "role", "owner", "share", share);
  }

  private static Object parties(List<?>... rows) {
    Map<String, Object> merged = other(Map.of("parties", rows[0]));
    for (List<?> row : List.of(rows).subList(1, rows.length)) {
      merged = Merger.ofRows(9).merge(merged, other(Map.of("parties", row)));
    }
    return java.util.Objects.requireNonNull(merged.get("parties"));
  }

  /// Units of one plant with the same owners have their shares, those with others have none.
  @Test
  void shares_ofUnitsWithOtherOwners_areUnknown() {
    List<?> ours = List.of(owner("a", 77), owner("b", 6));
    List<?> theirs = List.of(owner("c", 100));
    Map<String, Object> operator = Map.of("firm", "a", "role", "operator");
    assertEquals(ours, parties(ours, ours));
    assertEquals(
        List.of(owner("a", 77), owner("b", 6), operator), parties(ours, List.of(operator)));
    List<Map<String, String>> owners =
        List.of(
            Map.of("firm", "a", "role", "owner"),
            Map.of("firm", "b", "role", "owner"),
            Map.of("firm", "c", "role", "owner"));
    assertEquals(owners, parties(ours, theirs));
    assertEquals(owners, parties(ours, theirs, theirs), "a third unit gives no share back");
  }

  @Test
  void shares_ofFirmsThatAreOne_areAddedUp() {
    assertEquals(
        List.of(owner("a", 83), owner("c", 17)),
        DeploymentParties.together(List.of(owner("a", 77), owner("c", 17), owner("a", 6))));
  }

  /// A conflict of interest that only one of two sources names would otherwise be forgotten.
  @Test
  void conflictsAndExperts_ofBothSources_areKept() {
    List<Object> one = List.of(Map.of("firm", "acme", "provenance", Map.of("source", "a form")));
    List<Object> two = List.of(Map.of("firm", "byd", "provenance", Map.of("source", "a journal")));
    Map<String, Object> expert = Map.of("kind", "expert", "id", "li", "conflicts", one);
    Map<String, Object> same = Map.of("kind", "expert", "id", "li", "conflicts", two);
    assertEquals(
        List.of(one.getFirst(), two.getFirst()),
        Merger.ofSources(9).merge(expert, same).get("conflicts"));
    Map<String, Object> plant = Map.of("kind", "deployment", "id", "d1", "experts", List.of("li"));
    Map<String, Object> again = Map.of("kind", "deployment", "id", "d1", "experts", List.of("wu"));
    assertEquals(List.of("li", "wu"), Merger.ofRows(9).merge(plant, again).get("experts"));
  }
}
