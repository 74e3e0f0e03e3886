package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// The gate compares what catalogs hold, however their path is written.
class GateByContentTest extends GateTrial {
  @TempDir private Path elsewhere = Path.of("");

  /// A folder as it may be written on the command line.
  private static Path spelled(String how, Path folder, Path elsewhere) throws IOException {
    Path whole = folder.toAbsolutePath();
    return switch (how) {
      case "relative" -> Path.of("").toAbsolutePath().relativize(whole);
      case "link" -> Files.createSymbolicLink(elsewhere.resolve("link"), whole);
      case "other" -> {
        copy(folder, elsewhere.resolve("half"));
        yield elsewhere.resolve("half/../half");
      }
      default -> whole;
    };
  }

  /// In quotes, as references have it.
  private static String id(String line) {
    return line.replaceFirst("(?s).*?\"id\": ?(\"[^\"]+\").*", "$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "absolute", "link", "other"})
  void halfOfTheDeployments_isRefused_inEachSpelling(String spelling) throws IOException {
    int[] line = {0};
    String needs = Files.readString(cohort.resolve("needs.jsonl"));
    keep("deployments.jsonl", each -> ++line[0] % 2 == 0 || needs.contains(id(each)));
    ReindexReport report = run(ReindexRequest.of(List.of(spelled(spelling, cohort, elsewhere))));
    assertEquals(ReindexReport.Outcome.REFUSED, report.outcome());
    assertAllIn(faults(report, Language.EN), "deployments.jsonl: Deployments fell from");
    assertTrue(faults(report, Language.ZH).contains("deployments.jsonl"));
    assertEquals(List.of(), notes(report).filter(each -> each.contains("no longer read")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "other"})
  void sameCatalog_passes_inEachSpelling(String spelling) throws IOException {
    ReindexReport report = run(ReindexRequest.of(List.of(spelled(spelling, cohort, elsewhere))));
    assertTrue(report.outcome() != ReindexReport.Outcome.REFUSED);
    if (report.comparison() != null) {
      assertEquals(
          List.of(), notes(report).filter(each -> each.contains("no longer read")).toList());
    }
  }

  @Test
  void catalogOfOtherCities_isGuardedToo_alsoWithAsManyOtherFirms(@TempDir Path own)
      throws IOException {
    data = own;
    write("a.jsonl", 40);
    assertEquals(ReindexReport.Outcome.PUBLISHED, run(of("a.jsonl")).outcome());
    write("b.jsonl", 20);
    ReindexReport refused = run(of("b.jsonl"));
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertAllIn(faults(refused, Language.EN), "All sources: Firms fell from 40 to 20");
    assertAllIn(faults(refused, Language.ZH), "全部来源");

    Path other = elsewhere.resolve("c.jsonl");
    Files.writeString(
        other, Files.readString(elsewhere.resolve("a.jsonl")).replace("\"more-", "\"other-"));
    String fault = "Firms: 40 of 40 published entries are missing";
    assertAllIn(faults(run(of("c.jsonl")), Language.EN), fault);
  }

  @Test
  void mostOfTheCatalog_thatLosesWhatMatters_isRefused() throws IOException {
    replace("needs.jsonl", "\"state\":\"[a-z]+\"", "\"state\":\"met\"");
    replace("needs.jsonl", "\"technologies\": ?\\[[^\\]]*\\]", "\"technologies\":[\"LGT.LED\"]");
    replace("deployments.jsonl", "\"grade\":\"[AB]\"", "\"grade\":\"C\"");
    replace("deployments.jsonl", "\"status\":\"operating\"", "\"status\":\"building\"");
    replace("deployments.jsonl", "\"result\":\"(good|mixed|poor)\"", "\"result\":\"stopped\"");
    replace("deployments.jsonl", "\"role\":\"[a-z_]+\"", "\"role\":\"administrator\"");
    replace("firms.jsonl", "\"role\":\"vendor\"", "\"role\":\"operator\"");
    replace("deployments.jsonl", "\"city\": ?\"[^\"]+\"", "\"city\":\"cn-jilin\"");
    replace("firms.jsonl", "\"website\": ?\"[^\"]+\"", "\"website\":\"https://a.example.org/\"");
    replace("firms.jsonl", "\"name\": ?\\{\"en\": ?\"", "\"name\":{\"en\":\"New ");
    replace("needs.jsonl", "\"min\": ?[0-9.eE+]+", "\"min\":1");
    replace("deployments.jsonl", "\"value\": ?[0-9.eE+]+", "\"value\":77");
    replace("deployments.jsonl", "\"start\": ?[0-9]+", "\"start\":1999");
    replace("firms.jsonl", "\"verified\":true", "\"verified\":false");
    ReindexReport refused = run(ReindexRequest.of(List.of(cohort)));
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertAllIn(
        faults(refused, Language.EN),
        "values of quantity have changed",
        "values of start have changed",
        "values of standing have changed",
        "values of technologies have changed",
        "values of grade have changed",
        "values of status have changed",
        "values of parties have changed",
        "values of role have changed",
        "values of city have changed",
        "values of website have changed",
        "values of name have changed",
        "values of budget have changed",
        "entries, provenance is no longer verified");
  }

  @Test
  void otherParticipants_otherSources_andNoneSeen_areRefused() throws IOException {
    String programmes = Files.readString(cohort.resolve("programmes.jsonl"));
    List<String> others = new ArrayList<>();
    change(
        "cities.jsonl",
        entry -> {
          String id = entry.get("id").stringValue();
          if (!programmes.contains('"' + id + '"')) {
            others.add(id);
          }
        });
    change(
        "programmes.jsonl",
        entry -> {
          for (int at = 0; at < 11; at++) {
            ((ObjectNode) entry.at("/participants/" + at)).put("city", others.get(at));
          }
        });
    change("firms.jsonl", entry -> entry.remove("seen"));
    change(
        "solutions.jsonl",
        entry ->
            entry
                .get("provenance")
                .forEach(each -> ((ObjectNode) each).put("source", "https://example.org/x")));
    ReindexReport refused = run();
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertAllIn(
        faults(refused, Language.EN),
        "Programmes: 11 of 21 published values of participants have changed",
        "facts of the field seen are missing",
        "values of provenance have changed");
  }

  /// Answers cannot be compared then, but entries can.
  @Test
  void catalogThatLost_underAnotherConfiguration_isGuardedToo() throws IOException {
    replace("needs.jsonl", "\"state\":\"[a-z]+\"", "\"state\":\"met\"");
    replace("firms.jsonl", "\"role\":\"vendor\"", "\"role\":\"operator\"");
    replace("solutions.jsonl", "\"id\": ?\"", "\"id\":\"zz");
    Path analysis = config.resolve("analysis.yaml");
    String before = Files.readString(analysis);
    Files.writeString(analysis, before.replaceFirst("mentioned: 0.5\\b", "mentioned: 0.51"));
    ReindexReport report =
        new Workbench(config)
            .reindexing(data)
            .run(ReindexRequest.of(List.of(cohort)), RunObserver.NONE, NOW.plusSeconds(9));
    Files.writeString(analysis, before);
    assertAllIn(
        faults(report, Language.EN) + notes(report).toList(),
        "values of standing have changed",
        "values of role have changed",
        "Solutions: 111 of 111 published entries are missing");
  }

  private ReindexRequest of(String file) {
    return ReindexRequest.of(List.of(elsewhere.resolve(file)));
  }

  private void write(String file, int count) throws IOException {
    firms(count);
    Files.move(cohort.resolve("more.jsonl"), elsewhere.resolve(file));
  }
}
