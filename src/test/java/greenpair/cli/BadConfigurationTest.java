package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.SmallCohort;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A configuration with faults, and generations that cannot be served with it.
class BadConfigurationTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;
  private ServedFolder served;

  @BeforeEach
  void serve() throws IOException {
    served = ServedFolder.in(folder);
  }

  private Path config() throws IOException {
    Path copy = folder.resolve("config");
    new ConfigFolder(Path.of("index-config")).copyTo(copy);
    return copy;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), file + " has no " + from);
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  @Test
  void configuration_withFaultsInManyFiles_namesThemAllAtOnce() throws IOException {
    Path config = config();
    edit(config.resolve("ranking.yaml"), "candidates: 200", "candidates: 5");
    edit(config.resolve("ranking.yaml"), "half_life: 10", "halflife: 10");
    edit(config.resolve("similarity.yaml"), "default: ", "standard: ");
    edit(config.resolve("phrases.yaml"), "{}", "reason.no_kase: {en: \"No.\", zh: \"无。\"}");
    edit(config.resolve("analysis.yaml"), "stop_words_en:", "stop_words:");
    edit(config.resolve("publish.yaml"), "unverified: show", "unverified: maybe");
    edit(config.resolve("eligibility.yaml"), "    since: \"2021-12-20\"\n", "");
    edit(config.resolve("eligibility.yaml"), "    since: \"2024\"", "    since: soon");
    edit(config.resolve("taxonomy.jsonl"), "\"code\":\"LGT.LED\"", "\"code\":\"LGT.LED.\"");
    edit(
        config.resolve("planning.yaml"),
        "observations: {}",
        "observations: {\"a b\": {grid: {value: 1, year: 2024, source: x}}}");
    edit(config.resolve("lexicon.tsv"), "\npiano\t", "\npiano ");
    Ran ran = Ran.on(served.data(), "reindex", "fixtures", "--config", config.toString());
    ran.assertFails(
        Exit.BAD_DATA,
        "errors in the configuration " + config,
        "ranking.yaml.candidates must be an integer from 10 to 10000, but was 5",
        "half_life",
        "unknown key \"halflife\" (did you mean \"half_life\"?)",
        "must have the group \"default\"",
        "phrases.yaml.reason.no_kase is not the key of a sentence (did you mean"
            + " \"reason.no_case\"?)",
        "unknown key \"stop_words\"",
        " must have an English word, a tab, and translations separated by |, but was piano ",
        "publish.yaml.unverified must be one of show, hide, but was maybe",
        "eligibility.yaml.procurement.us-7613.since must be a valid date from 1800 to 2200"
            + ": YYYY, YYYY-MM or YYYY-MM-DD, but was null (line 45)",
        "eligibility.yaml.procurement.us-faa-768.since",
        "soon (line 60)",
        "an id must be a letter or digit",
        "taxonomy.jsonl",
        "LGT.LED.");
    served.assertStays();
  }

  @Test
  void missingConfiguration_isNamed() {
    Ran.of("status", "--config", folder.resolve("none").toString())
        .assertFails(
            Exit.BAD_DATA,
            folder.resolve("none") + " is not a folder; name the index-config folder");
  }

  @Test
  void generation_ofAnotherConfiguration_isNotServedAndBothAreNamed() throws IOException {
    Path config = config();
    edit(config.resolve("analysis.yaml"), "[a, an, and,", "[a, and,");
    Ran ran = Ran.on(served.data(), "recommend", "xx-a", "--config", config.toString());
    ran.assertFails(
        Exit.NOTHING_TO_SERVE,
        "it was built with configuration "
            + CommandWiring.read(Path.of("index-config")).digests().indexing().substring(0, 12),
        "but the current one is "
            + CommandWiring.read(config).digests().indexing().substring(0, 12),
        "greenpair reindex");
    served.assertStays();
  }

  @Test
  void emptyDataFolder_isAsked_namesTheNextStep() {
    Path empty = folder.resolve("empty");
    for (List<String> command :
        List.of(
            List.of("recommend", "cn-jilin"),
            List.of("search", "bus"),
            List.of("explain", "cn-jilin", "byd"))) {
      Ran.on(empty, command.toArray(String[]::new))
          .assertFails(
              Exit.NOTHING_TO_SERVE,
              "no generation to serve in " + empty,
              "build one with: greenpair reindex");
    }
  }

  @Test
  void damagedGeneration_isNamedByStatusAndThePreviousAnswers() throws IOException {
    Path cohort = Files.createDirectory(folder.resolve("cohort"));
    SmallCohort.copyTo(cohort);
    assertEquals(Exit.OK, Ran.on(served.data(), "reindex", cohort.toString()).code());
    GenerationStore store = new GenerationStore(served.data());
    String bad = store.published().orElseThrow();
    Path file;
    try (var files =
        Files.list(served.data().resolve("generations").resolve(bad).resolve("firm"))) {
      file = files.filter(each -> each.toString().endsWith(".fdt")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    Ran status = Ran.on(served.data(), "status");
    assertEquals(Exit.OK, status.code());
    assertTrue(
        status.out().contains("refused: generation " + bad + " cannot be served: file firm/"),
        status.out());
    Ran answer = Ran.on(served.data(), "recommend", "xx-a", "--json");
    assertEquals(served.good(), MAPPER.readTree(answer.out()).get("generation").asString());
  }
}
