package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Unchecked facts are shown as not verified in every answer about the demonstration cohort.
abstract class SourceFacts {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  private static boolean isChecked(JsonNode line) {
    return line.get("provenance").valueStream().anyMatch(each -> each.get("verified").asBoolean());
  }

  /// Whether none of the fields that make a case is left unverified.
  private static boolean knowsWhoWhatWhereAndSinceWhen(JsonNode line) {
    Set<String> core = Set.of("name", "technologies", "city", "firms", "start", "status", "grade");
    return line.path("unverified").valueStream().noneMatch(each -> core.contains(each.asString()));
  }

  @Test
  void memory_isNeverCheckedInTheFixtures() {
    Map<String, JsonNode> sorted = new TreeMap<>(cohort.lines);
    int memories = 0;
    for (Map.Entry<String, JsonNode> each : sorted.entrySet()) {
      for (JsonNode source : each.getValue().get("provenance")) {
        if (source.get("source").asString().startsWith("memory")) {
          assertFalse(source.get("verified").asBoolean(), each.getKey());
          memories++;
        }
      }
    }
    assertTrue(memories > 50, memories + " from memory");
  }

  @Test
  void whatIsFromMemory_isShownAsNotVerified_everywhere() {
    Set<Kind> unverified = new HashSet<>();
    cohort.asked.forEach(
        each -> {
          each.all()
              .forEach(
                  one -> {
                    JsonNode line = cohort.line(one.kind(), one.id());
                    assertEquals(isChecked(line), one.verified(), one.id() + each.place());
                    assertEquals(line.get("provenance").size(), one.sources().size());
                    if (!one.verified()) {
                      unverified.add(one.kind());
                      assertTrue(
                          (one.kind() == Kind.SOLUTION
                                  ? Stream.of(each.answer().message())
                                  : one.cautions().stream())
                              .map(said -> String.valueOf(said.en()))
                              .anyMatch(
                                  said ->
                                      said.contains("has not been verified against a source")
                                          || said.contains("editors' own estimates")),
                          one.id() + each.place());
                    }
                  });
          each.cases()
              .forEach(
                  one -> {
                    JsonNode line = cohort.line(Kind.DEPLOYMENT, one.id());
                    assertEquals(
                        isChecked(line) && knowsWhoWhatWhereAndSinceWhen(line),
                        one.verified(),
                        one.id().value());
                    assertEquals(line.get("provenance").size(), one.sources().size());
                  });
          each.answer()
              .needs()
              .forEach(
                  one -> {
                    EntryId need = one.id();
                    assertEquals(
                        need != null && isChecked(cohort.line(Kind.NEED, need)), one.verified());
                  });
        });
    assertEquals(Set.of(Kind.FIRM, Kind.SOLUTION), unverified, "each financier has a dated source");
  }

  @Test
  void factsOfACity_thatWereNotChecked_areNamedInItsAnswers() {
    cohort.asked.stream()
        .filter(each -> each.request().city() != null)
        .forEach(
            each -> {
              List<String> named =
                  cohort
                      .line(Kind.CITY, each.city().id())
                      .path("unverified")
                      .valueStream()
                      .map(JsonNode::asString)
                      .sorted()
                      .toList();
              assertEquals(named, each.answer().city().unverified());
            });
  }
}
