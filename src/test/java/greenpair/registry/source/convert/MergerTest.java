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
        new Merger(9)
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
        sources(new Merger(9).merge(FIRST, other(Map.of()))));
  }

  @Test
  void source_thatStandsThereAlready_isNamedOnce() {
    Merger merger = new Merger(9);
    Map<String, Object> twice = merger.merge(FIRST, other(Map.of("founded", 1999)));
    assertEquals(sources(twice), sources(merger.merge(twice, other(Map.of()))));
    assertEquals(sources(FIRST), sources(merger.merge(FIRST, FIRST)));
  }

  @Test
  void field_ofTheFirst_keepsItsSource_whatTheNextSaysOfIt() {
    Map<String, Object> first = new java.util.LinkedHashMap<>(FIRST);
    first.put("founded", 1998);
    Map<String, Object> merged = new Merger(9).merge(first, other(Map.of("founded", 1999)));
    assertEquals(1998, merged.get("founded"));
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("id"))),
        sources(merged));
  }
}
