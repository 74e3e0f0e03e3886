package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.cli.Workbench;
import greenpair.config.Problems;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The independent fact check detects planted violations and agrees with the gates.
class FactCheckTest {
  private static final ConfigFolder FOLDER = new ConfigFolder(Path.of("index-config"));
  private static final CatalogJson JSON = new CatalogJson(FOLDER.taxonomy());
  private static final FactCheck FACTS = facts();

  private static FactCheck facts() {
    Problems problems = new Problems();
    Map<String, Object> rules = FOLDER.document("eligibility.yaml", problems);
    problems.throwIfAny("rules");
    return new FactCheck(rules);
  }

  private static Entry entry(String json) {
    return JSON.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          firm      | "role":"vendor","market":{"in":["CN"]}                          | 0
          firm      | "role":"operator"                                               | 1
          firm      | "status":"closed","role":"adviser"                              | 2
          firm      | "market":{"in":["US"]}                                          | 1
          firm      | "market":{"in":["WORLD"],"never":["CN"]}                        | 1
          firm      | "market":{"in":["cn-jilin"],"never":["CN"]}                     | 0
          firm      | "market":{"unclear":["CN"],"never":["WORLD"]}                   | 0
          financier | "market":{"in":["ODA"]}                                         | 0
          financier | "type":"FTY.VCF"                                                | 1
          financier | "borrowers":["port"]                                            | 1
          financier | "borrowers":["port","city"]                                     | 0
          financier | "ticket":{"max":5,"currency":"CNY"}                             | 1
          financier | "ticket":{"max":5,"currency":"USD"}                             | 0
          financier | "type":"FTY.PPF"                                                | 1
          """)
  void entry_thatTheRulesForbid_isSeen(String kind, String fields, int faults) {
    Entry entry =
        entry(
            "{\"kind\":\"%s\",\"id\":\"x\",\"name\":{\"en\":\"X\"},\"technologies\":[\"ENE.BIO\"],"
                    .formatted(kind)
                + fields
                + ",\"provenance\":[{\"source\":\"s\",\"retrieved\":\"2026-01-01\",\"verified\":true}]}");
    City city =
        (City)
            entry(
                "{\"kind\":\"city\",\"id\":\"cn-jilin\",\"name\":{\"en\":\"Jilin\"},\"country\":\"CN\","
                    + "\"region\":\"CN-JL\",\"provenance\":[{\"source\":\"s\",\"retrieved\":\"2026-01-01\",\"verified\":true}]}");
    Need need =
        (Need)
            entry(
                "{\"kind\":\"need\",\"id\":\"n\",\"name\":{\"en\":\"Heat from"
                    + " straw\"},\"city\":\"cn-jilin\","
                    + "\"technologies\":[\"ENE.BIO\"],\"stage\":\"tender\",\"budget\":{\"min\":100,\"currency\":\"CNY\"},"
                    + "\"provenance\":[{\"source\":\"s\",\"retrieved\":\"2026-01-01\",\"verified\":true}]}");

    assertEquals(faults, FACTS.violations(entry, city, need).size());
  }

  @Test
  void gates_andFacts_agreeOnEveryPairOfTheCohort(@TempDir Path data) throws IOException {
    Workbench workbench = Workbench.demonstration(data);
    int forbidden = 0;
    List<String> wrong = new ArrayList<>();
    try (LiveIndex live = workbench.open(data);
        Snapshot snapshot = live.acquire()) {
      for (Entry each : snapshot.entries(Kind.NEED, 0, 1000)) {
        Need need = (Need) each;
        City city = (City) snapshot.entry(Kind.CITY, need.city()).orElseThrow();
        for (Kind kind : Kind.RANKED) {
          RecommendationRequest request =
              RecommendationRequest.ofNeed(kind, city.id(), need.id(), 100);
          for (Ranked passed : workbench.recommender().ranking(request, snapshot)) {
            Entry entry = snapshot.entry(kind, passed.id()).orElseThrow();
            FACTS
                .violations(entry, city, need)
                .forEach(fault -> wrong.add(need.id() + ": " + passed.id() + " " + fault));
          }
          Answer answer = workbench.recommender().recommend(request, snapshot);
          for (Answer.Excluded excluded : answer.excluded()) {
            forbidden++;
            EntryId id = excluded.id();
            Entry entry = snapshot.entry(kind, id).orElseThrow();
            // One from elsewhere whose market is open is no call worth making, and no fault either.
            boolean isOpen = excluded.gate().equals("market") && !serves(entry, city);
            if (FACTS.violations(entry, city, need).isEmpty() && !isOpen) {
              wrong.add(need.id() + ": " + id + " is excluded by " + excluded.gate());
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(forbidden > 100, "few pairs that a gate excludes: " + forbidden);
  }

  /// Whether the facts say that a firm works in the city's country at all.
  private static boolean serves(Entry entry, City city) {
    return !(entry instanceof Firm firm)
        || (firm.partner().market() != null
            && Stream.of(city.id().value(), city.country(), "WORLD")
                .anyMatch(firm.partner().market().in()::contains));
  }
}
