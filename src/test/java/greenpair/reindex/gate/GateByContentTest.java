package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The gate compares what catalogs hold, however their path is written.
class GateByContentTest extends GateTrial {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @TempDir private Path elsewhere = Path.of("");

  enum Spelling {
    RELATIVE {
      @Override
      Path of(Path folder, Path elsewhere) {
        return Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
      }
    },
    ABSOLUTE {
      @Override
      Path of(Path folder, Path elsewhere) {
        return folder.toAbsolutePath();
      }
    },
    LINK {
      @Override
      Path of(Path folder, Path elsewhere) throws IOException {
        return Files.createSymbolicLink(elsewhere.resolve("link"), folder.toAbsolutePath());
      }
    },
    OTHER_FOLDER {
      @Override
      Path of(Path folder, Path elsewhere) throws IOException {
        copy(folder, elsewhere.resolve("half"));
        return elsewhere.resolve("half/../half");
      }
    },
    ARCHIVE {
      @Override
      Path of(Path folder, Path elsewhere) throws IOException {
        Path zip = elsewhere.resolve("catalog.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
            Stream<Path> all = Files.list(folder)) {
          for (Path each : all.filter(Files::isRegularFile).toList()) {
            out.putNextEntry(new ZipEntry(each.getFileName().toString()));
            Files.copy(each, (OutputStream) out);
            out.closeEntry();
          }
        }
        Path target = Files.createDirectories(elsewhere.resolve("unpacked"));
        try (InputStream in = Files.newInputStream(zip);
            ZipInputStream from = new ZipInputStream(in)) {
          for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
            Files.copy(from, target.resolve(each.getName()));
          }
        }
        return target;
      }
    };

    abstract Path of(Path folder, Path elsewhere) throws IOException;
  }

  /// In quotes, as references have it.
  private static String id(String line) {
    return line.replaceFirst("(?s).*?\"id\": ?(\"[^\"]+\").*", "$1");
  }

  @ParameterizedTest
  @EnumSource
  void halfOfTheDeployments_isRefused_inEachSpelling(Spelling spelling) throws IOException {
    int[] line = {0};
    String needs = Files.readString(cohort.resolve("needs.jsonl"));
    keep("deployments.jsonl", each -> ++line[0] % 2 == 0 || needs.contains(id(each)));
    ReindexReport report = run(ReindexRequest.of(List.of(spelling.of(cohort, elsewhere))));
    assertEquals(ReindexReport.Outcome.REFUSED, report.outcome());
    assertTrue(
        faults(report, Language.EN).contains("deployments.jsonl: Deployments fell from"),
        faults(report, Language.EN));
    assertTrue(faults(report, Language.ZH).contains("deployments.jsonl"));
    assertEquals(List.of(), notes(report).filter(each -> each.contains("no longer read")).toList());
  }

  @ParameterizedTest
  @EnumSource
  void sameCatalog_passes_inEachSpelling(Spelling spelling) throws IOException {
    ReindexReport report = run(ReindexRequest.of(List.of(spelling.of(cohort, elsewhere))));
    assertTrue(report.outcome() != ReindexReport.Outcome.REFUSED);
    if (report.comparison() != null) {
      assertEquals(
          List.of(), notes(report).filter(each -> each.contains("no longer read")).toList());
    }
  }

  @Test
  void catalogOfOtherCities_isGuardedToo(@TempDir Path own) throws IOException {
    data = own;
    write("a.jsonl", 40);
    assertEquals(ReindexReport.Outcome.PUBLISHED, run(of("a.jsonl")).outcome());
    write("b.jsonl", 20);
    ReindexReport refused = run(of("b.jsonl"));
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertTrue(
        faults(refused, Language.EN).contains("All sources: Firms fell from 40 to 20"),
        faults(refused, Language.EN));
    assertTrue(faults(refused, Language.ZH).contains("全部来源"), faults(refused, Language.ZH));
  }

  @Test
  void otherFirms_inEqualNumber_areRefused(@TempDir Path own) throws IOException {
    data = own;
    write("a.jsonl", 40);
    assertEquals(ReindexReport.Outcome.PUBLISHED, run(of("a.jsonl")).outcome());
    Path other = elsewhere.resolve("c.jsonl");
    Files.writeString(
        other, Files.readString(elsewhere.resolve("a.jsonl")).replace("\"more-", "\"other-"));
    ReindexReport refused = run(of("c.jsonl"));
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    String fault = "Firms: 40 of 40 published entries are missing";
    assertTrue(faults(refused, Language.EN).contains(fault), faults(refused, Language.EN));
  }

  @Test
  void deploymentsThatAreAllPlannedNow_areRefused() throws IOException {
    Path file = cohort.resolve("deployments.jsonl");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"status\":\"operating\"", "\"status\":\"planned\"")
            .replaceAll("\"result\":\"(good|mixed|poor)\"", "\"result\":\"stopped\""));
    ReindexReport refused = run(ReindexRequest.of(List.of(cohort)));
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    String fault = "another status now";
    assertTrue(faults(refused, Language.EN).contains(fault), faults(refused, Language.EN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "needs.jsonl;\"state\":\"[a-z]+\";\"state\":\"met\";another standing now",
        "needs.jsonl;\"technologies\": ?\\[[^\\]]*\\];\"technologies\":[\"LGT.LED\"];another"
            + " technologies now",
        "deployments.jsonl;\"grade\":\"[AB]\";\"grade\":\"C\";another grade now",
        "deployments.jsonl;\"role\":\"[a-z_]+\";\"role\":\"administrator\";another parties now",
        "firms.jsonl;\"role\":\"vendor\";\"role\":\"operator\";another role now",
        "firms.jsonl;\"verified\":true;\"verified\":false;Firms: provenance of"
      })
  void mostOfTheCatalog_thatLosesWhatMatters_isRefused(
      String file, String from, String to, String fault) throws IOException {
    Path path = cohort.resolve(file);
    Files.writeString(path, Files.readString(path).replaceAll(from, to));
    ReindexReport refused = run(ReindexRequest.of(List.of(cohort)));
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertTrue(faults(refused, Language.EN).contains(fault), faults(refused, Language.EN));
  }

  /// What the same entries no longer state, or no longer have checked.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deployments.jsonl | parties | | Deployments: | facts of the field parties are missing",
        "cities.jsonl | population | | Cities: | facts of the field population are missing",
        "programmes.jsonl | participants | [{'city':'cn-jilin'}] | Programmes: | of the field"
            + " participants",
        "firms.jsonl | unverified | ['technologies','market','status'] | Firms: | is no longer"
            + " verified"
      })
  void fields_thatLoseWhatTheyState_areRefused(
      String file, String field, @Nullable String value, String kind, String fault)
      throws IOException {
    Path path = cohort.resolve(file);
    StringBuilder changed = new StringBuilder();
    for (String line : Files.readAllLines(path)) {
      ObjectNode entry = (ObjectNode) MAPPER.readTree(line);
      entry.remove("unverified");
      entry.get("provenance").forEach(each -> ((ObjectNode) each).remove("fields"));
      entry.remove(field);
      if (value != null) {
        JsonNode now = MAPPER.readTree(value.replace('\'', '"'));
        entry.set(field, field.equals("unverified") ? known(now, entry) : now);
      }
      changed.append(entry).append('\n');
    }
    Files.writeString(path, changed);
    ReindexReport refused = run();
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    String said = faults(refused, Language.EN);
    assertTrue(said.contains(kind) && said.contains(fault), said);
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
  void figures_inAnotherUnit_areNoted() throws IOException {
    Path path = cohort.resolve("deployments.jsonl");
    String more =
        Files.readString(path).replace("\"quantity\":{\"value\":", "\"quantity\":{\"value\":1");
    Files.writeString(path, more);
    assertTrue(notes(run()).anyMatch(each -> each.contains("have another value of quantity")));
  }

  /// Answers cannot be compared then, but entries can.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "needs.jsonl | \"state\":\"[a-z]+\" | \"state\":\"met\" | another standing now",
        "firms.jsonl | \"role\":\"vendor\" | \"role\":\"operator\" | another role now",
        "solutions.jsonl | \"id\": ?\" | \"id\":\"zz | Solutions: 111 of 111 published entries are"
            + " missing"
      })
  void catalogThatLost_underAnotherConfiguration_isGuardedToo(
      String file, String from, String to, String said) throws IOException {
    Path path = cohort.resolve(file);
    Files.writeString(path, Files.readString(path).replaceAll(from, to));
    Path analysis = config.resolve("analysis.yaml");
    String before = Files.readString(analysis);
    Files.writeString(analysis, before.replaceFirst("mentioned: 0.5\\b", "mentioned: 0.51"));
    ReindexReport report =
        new Workbench(config)
            .reindexing(data)
            .run(ReindexRequest.of(List.of(cohort)), RunObserver.NONE, NOW.plusSeconds(9));
    Files.writeString(analysis, before);
    String all = faults(report, Language.EN) + notes(report).toList();
    assertTrue(all.contains(said), all);
  }

  private ReindexRequest of(String file) {
    return ReindexRequest.of(List.of(elsewhere.resolve(file)));
  }

  private void write(String file, int count) throws IOException {
    firms(count);
    Files.move(cohort.resolve("more.jsonl"), elsewhere.resolve(file));
  }

  private static Stream<String> notes(ReindexReport report) {
    return comparison(report).notes().stream().map(each -> each.best(Language.EN));
  }
}
