package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.reindex.ReindexReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields that lose what they state, at the gate.
class LostFieldsTest extends GateTrial {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// What the same entries no longer state, or no longer have checked.
  @Test
  void fields_thatLoseWhatTheyState_areRefused() throws IOException {
    lose("deployments.jsonl", "parties", null);
    lose("cities.jsonl", "population", null);
    lose("programmes.jsonl", "participants", "[{'city':'cn-jilin'}]");
    lose("financiers.jsonl", "ticket", "{'max':1,'currency':'USD'}");
    lose("financiers.jsonl", "borrowers", "['bank']");
    lose("firms.jsonl", "market", "{'in':['FR']}");
    lose("firms.jsonl", "unverified", "['technologies','market','status']");
    ReindexReport refused = run();
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertAllIn(
        faults(refused, Language.EN),
        "Deployments: ",
        "facts of the field parties are missing",
        "Cities: ",
        "facts of the field population are missing",
        "Programmes: ",
        "of the field participants",
        "values of ticket have changed",
        "values of borrowers have changed",
        "values of market have changed",
        "Firms: ",
        "is no longer verified");
  }

  private static void lose(String file, String field, @Nullable String value) throws IOException {
    JsonNode now = value == null ? null : MAPPER.readTree(value.replace('\'', '"'));
    change(
        file,
        entry -> {
          entry.remove("unverified");
          entry.get("provenance").forEach(each -> ((ObjectNode) each).remove("fields"));
          entry.remove(field);
          if (now != null) {
            entry.set(field, field.equals("unverified") ? known(now, entry) : now);
          }
        });
  }

  /// Fields that the entry has.
  private static JsonNode known(JsonNode fields, ObjectNode entry) {
    ArrayNode known = MAPPER.createArrayNode();
    fields.forEach(
        each -> {
          if (entry.has(each.stringValue())) {
            known.add(each);
          }
        });
    return known;
  }

  @Test
  void valuesOnWhichNothingRests_areNoted() throws IOException {
    replace("cities.jsonl", "\"count\": ?[0-9]+", "\"count\":12345");
    assertTrue(
        notes(run()).anyMatch(each -> each.contains("now have a different value for population")));
  }

  /// A registry gives them in another order from day to day.
  @Test
  void lists_inAnotherOrder_pass() throws IOException {
    change(
        "deployments.jsonl",
        entry -> {
          for (String field : List.of("technologies", "parties", "firms")) {
            if (entry.get(field) instanceof ArrayNode list) {
              List<JsonNode> reversed = new ArrayList<>(list.values()).reversed();
              list.removeAll();
              list.addAll(reversed);
            }
          }
        });
    ReindexReport report = run();
    assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome(), faults(report, Language.EN));
  }

  @Test
  void addedValues_areNoLoss() throws IOException {
    change(
        "firms.jsonl",
        entry ->
            ((ArrayNode) entry.get("provenance"))
                .addObject()
                .put("source", "https://example.org/more")
                .put("verified", true));
    assertEquals(ReindexReport.Outcome.PUBLISHED, run().outcome());
  }
}
