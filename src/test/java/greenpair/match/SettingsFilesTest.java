package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.match.phrase.Phrases;
import greenpair.match.rules.EligibilitySettings;
import greenpair.match.rules.RankingSettings;
import greenpair.match.rules.Savings;
import greenpair.match.rules.Side;
import greenpair.match.rules.SimilaritySettings;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project's own settings with injected errors: each is reported with file and key, all at
/// once, and none is an exception.
class SettingsFilesTest {
  @TempDir private Path folder;

  /// The faults of a file of the project in which some texts are replaced: what, by what, and so
  /// on.
  private List<String> faults(String file, BiConsumer<Settings, Problems> reader, String... changes)
      throws IOException {
    String text = Files.readString(Given.CONFIGURATION.resolve(file));
    for (int i = 0; i < changes.length; i += 2) {
      String what = changes[i];
      assertTrue(text.contains(what), () -> file + " no longer contains " + what);
      text = text.replaceFirst(java.util.regex.Pattern.quote(what), changes[i + 1]);
    }
    Files.writeString(folder.resolve(file), text);
    return faults(file, reader);
  }

  private List<String> faults(String file, BiConsumer<Settings, Problems> reader) {
    Problems problems = new Problems();
    reader.accept(new ConfigFolder(folder).settings(file, problems), problems);
    // Lines move with every edit of the project's files; BadConfigurationTest looks at them.
    return problems.list().stream()
        .map(each -> each.replaceFirst(" \\(line [0-9]+\\)$", ""))
        .toList();
  }

  private static void similarity(Settings settings, Problems problems) {
    SimilaritySettings.read(settings);
  }

  private static void eligibility(Settings settings, Problems problems) {
    EligibilitySettings.read(settings);
  }

  private static void savings(Settings settings, Problems problems) {
    Savings.read(settings);
  }

  @Test
  void ownFiles_haveNoFault() throws IOException {
    assertEquals(List.of(), faults("ranking.yaml", SettingsFilesTest::ranking, new String[0]));
    assertEquals(
        List.of(), faults("similarity.yaml", SettingsFilesTest::similarity, new String[0]));
    assertEquals(
        List.of(), faults("eligibility.yaml", SettingsFilesTest::eligibility, new String[0]));
    assertEquals(List.of(), faults("savings.yaml", SettingsFilesTest::savings, new String[0]));
    assertEquals(List.of(), faults("phrases.yaml", Phrases::read, new String[0]));
  }

  @Test
  void missingFiles_areReportedOnceEach() {
    String rest = " does not exist; put it in " + folder;
    assertEquals(
        List.of("ranking.yaml" + rest), faults("ranking.yaml", SettingsFilesTest::ranking));
    assertEquals(
        List.of("similarity.yaml" + rest),
        faults("similarity.yaml", SettingsFilesTest::similarity));
    assertEquals(
        List.of("eligibility.yaml" + rest),
        faults("eligibility.yaml", SettingsFilesTest::eligibility));
    assertEquals(
        List.of("savings.yaml" + rest), faults("savings.yaml", SettingsFilesTest::savings));
    assertEquals(List.of("phrases.yaml" + rest), faults("phrases.yaml", Phrases::read));
  }

  // ranking

  @Test
  void rankingWithManyFaults_isRead_allAreReportedWithTheirKeys() throws IOException {
    assertEquals(
        List.of(
            "ranking.yaml.relations.above must be a number from 0.0 to 1.0, but was 1.5",
            "ranking.yaml.weights.firm.evidence must be a number from 0.0 to 1000000.0, but was"
                + " -0.38",
            "ranking.yaml.weights.firm.activity must be a number from 0.0 to 1000000.0, but was"
                + " null",
            "ranking.yaml.weights.firm: unknown key \"actvity\" (did you mean \"activity\"?)",
            "ranking.yaml.priors.text must be a number from 0.0 to 1.0, but was much",
            "ranking.yaml.candidates must be an integer, but was 200.5",
            "ranking.yaml.cases.half_life must be a number from 1.0 to 1000.0, but was 0",
            "ranking.yaml: unknown key \"minimum_fitt\" (did you mean \"minimum_fit\"?)"),
        faults(
            "ranking.yaml",
            SettingsFilesTest::ranking,
            "above: 0.5",
            "above: 1.5",
            "evidence: 0.38",
            "evidence: -0.38",
            "activity: 0.09",
            "actvity: 0.09",
            "text: 0.2\n",
            "text: much\n",
            "candidates: 200",
            "candidates: 200.5",
            "half_life: 10",
            "half_life: 0",
            "minimum_proof: 0.08",
            "minimum_fitt: 0.4\nminimum_proof: 0.08"));
  }

  @Test
  void valuesOfSignalsAndPackages_withFaults_areReportedWithTheirKeys() throws IOException {
    assertEquals(
        Set.of(
            "ranking.yaml.signals.best_technology must be a number from 0.0 to 1.0, but was 1.5",
            "ranking.yaml.signals.focus.region must be a number from 0.0 to 1.0, but was -1",
            "ranking.yaml.signals.positions: unknown key \"stepp\" (did you mean \"step\"?)",
            "ranking.yaml.signals.positions.step must be a number from 0.0 to 1.0, but was null",
            "ranking.yaml.packages.solution and the other shares sum to 0; at least one must be"
                + " above 0"),
        Set.copyOf(
            faults(
                "ranking.yaml",
                SettingsFilesTest::ranking,
                "best_technology: 0.75",
                "best_technology: 1.5",
                "region: 0.9",
                "region: -1",
                "{step: 0.15",
                "{stepp: 0.15",
                "{solution: 0.3, firm: 0.35, financier: 0.25, precedent: 0.1}",
                "{solution: 0, firm: 0, financier: 0, precedent: 0}")));
    assertEquals(
        List.of(
            "similarity.yaml.scales.koppen has shares that must sum to 1, and main and rain not to"
                + " 0"),
        faults("similarity.yaml", SettingsFilesTest::similarity, "heat: 0.2", "heat: 0.3"));
  }

  @Test
  void languagesOfCountries_withWrongCodes_areReported() throws IOException {
    assertEquals(
        List.of(
            "eligibility.yaml.languages.China must be a country code of ISO 3166-1 such as CN",
            "eligibility.yaml.languages.US must have language codes of ISO 639-1 such as zh, but"
                + " one is English"),
        faults(
            "eligibility.yaml",
            SettingsFilesTest::eligibility,
            "US: [en]",
            "US: [English]",
            "CN: [zh]",
            "China: [zh]"));
  }

  @Test
  void valuesOfSignals_changeTheirSignals() throws IOException {
    faults(
        "ranking.yaml",
        SettingsFilesTest::ranking,
        "{step: 0.15, least: 0.4}",
        "{step: 0.5, least: 0.1}");
    Problems problems = new Problems();
    RankingSettings read =
        RankingSettings.read(
            new ConfigFolder(folder).settings("ranking.yaml", problems), Signals.BY_SIDE, problems);
    assertEquals(1, read.signals().positions().weight(0));
    assertEquals(0.5, read.signals().positions().weight(1));
    assertEquals(0.1, read.signals().positions().weight(5));
  }

  @Test
  void notANumber_isNoWeight() throws IOException {
    List<String> faults =
        faults("ranking.yaml", SettingsFilesTest::ranking, "technology: 0.42", "technology: .nan");
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().startsWith("ranking.yaml:"), faults::toString);
  }

  @Test
  void notANumber_thatReachesTheSettings_isAFaultToo() {
    Problems problems = new Problems();
    new Settings("x.yaml", java.util.Map.of("a", Double.NaN), problems).number("a", 0, 1);
    assertEquals(
        List.of("x.yaml.a must be a number from 0.0 to 1.0, but was NaN"), problems.list());
  }

  @Test
  void weightsOfZero_areAFaultOfTheirKind() throws IOException {
    assertEquals(
        List.of("ranking.yaml.partner_weights.firm must have at least one weight above 0"),
        faults(
            "ranking.yaml",
            SettingsFilesTest::ranking,
            "market: 0.19",
            "market: 0",
            "presence: 0.33",
            "presence: 0",
            "nearness: 0.19",
            "nearness: 0",
            "similar_nearby: 0.30",
            "similar_nearby: 0",
            "sector: 0.19",
            "sector: 0",
            "scale: 0.10",
            "scale: 0"));
  }

  @Test
  void weights_whateverTheirSum_areScaledToOne() throws IOException {
    assertEquals(
        List.of(),
        faults("ranking.yaml", SettingsFilesTest::ranking, "technology: 0.42", "technology: 30"));
    Problems problems = new Problems();
    RankingSettings read =
        RankingSettings.read(
            new ConfigFolder(folder).settings("ranking.yaml", problems), Signals.BY_SIDE, problems);
    var weights = read.weights(Kind.FIRM, Side.CITY);
    assertEquals(1, weights.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
    assertEquals(30 / 31.18, weights.getOrDefault("technology", 0.0), 1e-12);
  }

  // similarity

  @Test
  void similarityWithFaults_isRead_allAreReported() throws IOException {
    assertEquals(
        List.of(
            "similarity.yaml.weights.BLD.koppen must be a number from 0.0 to 1.0, but was -0.3",
            "similarity.yaml.weights.LGT must have at least one weight above 0",
            "similarity.yaml.weights.TRN: unknown key \"regio\"",
            "similarity.yaml.weights must have the group \"default\""),
        faults(
            "similarity.yaml",
            SettingsFilesTest::similarity,
            "default: ",
            "IND.EE: ",
            "koppen: 0.3, building_zone: 0.25",
            "koppen: -0.3, building_zone: 0.25",
            "{country: 0.5, population: 0.5}",
            "{country: 0, population: 0}",
            "TRN:          {country: 0.35, region",
            "TRN:          {country: 0.35, regio"));
  }

  // eligibility

  @Test
  void eligibilityWithFaults_isRead_allAreReported() throws IOException {
    List<String> faults =
        faults(
            "eligibility.yaml",
            SettingsFilesTest::eligibility,
            "countries: [CN]",
            "countries: CN",
            "TRN.FRT.CHE, TRN.FRT.SHP",
            "TRN.FRT.CHE, ships",
            "FTY.PPF: [idea, study, preparation]",
            "ppf: [idea]",
            "FTY.LSG: [tender, construction]",
            "FTY.LSG: [tender, bulding]",
            "TRN.PUB.EBS, TRN.PUB.FCB",
            "TRN.PUB.EBS, buses",
            "    since: \"2021-12-20\"\n",
            "    since: \"last year\"\n");
    assertEquals(
        List.of(
            "eligibility.yaml.country_lists.ODA.countries must be a list of texts, but was CN",
            "eligibility.yaml.special_applicants.port.technologies: a code must be capital letters",
            "eligibility.yaml.stages.ppf: a code must be capital letters",
            "eligibility.yaml.stages.FTY.LSG names no stage of a need: bulding",
            "eligibility.yaml.procurement.us-7613.since must be a valid date from 1800 to 2200:"
                + " YYYY, YYYY-MM or YYYY-MM-DD, but was last year",
            "eligibility.yaml.procurement.us-7613.technologies: a code must be capital letters"),
        faults.stream().map(each -> each.replaceFirst(" and digits.*", "")).toList());
  }

  // savings

  @Test
  void savingsWithFaults_isRead_allAreReported() throws IOException {
    List<String> faults =
        faults(
            "savings.yaml",
            SettingsFilesTest::savings,
            "BLD.HVC.ASH:",
            "heat-pump:",
            "emits: {min: 0.407, max: 0.5323}",
            "emits: {min: 0.6, max: 0.5323}",
            "electricity: {min: 0.2857, max: 0.4}",
            "electricty: {min: 0.2857, max: 0.4}",
            "per: bus_km\n    electricity",
            "per: tram_km\n    electricity");
    for (String said :
        List.of(
            "savings.yaml.technologies.heat-pump: a code must be capital letters and digits with"
                + " dots",
            "savings.yaml.practices.coal_boiler.emits.min must not exceed max, 0.5323, but was 0.6",
            "savings.yaml.technologies.TRN.PUB.EBS.per must be the unit of use of a practice, but"
                + " was tram",
            "savings.yaml.technologies.BLD.HVC.HPW: unknown key \"electricty\"")) {
      assertTrue(faults.stream().anyMatch(each -> each.startsWith(said)), faults::toString);
    }
  }

  // phrases

  @Test
  void phrasesWithFaults_isRead_allAreReported() throws IOException {
    assertEquals(
        List.of(
            "phrases.yaml.gate.alive.fail.zh must be text, but was null",
            "phrases.yaml.reason.firm.same fills in different {names} in its two languages",
            "phrases.yaml: the phrase \"gate.alive.pass\" is missing",
            "phrases.yaml: unknown phrase \"gate.alive.pas\""
                + " (did you mean \"gate.alive.pass\"?)"),
        faults(
            "phrases.yaml",
            Phrases::read,
            "gate.alive.pass:",
            "gate.alive.pas:",
            "{en: \"It has closed.\", zh: \"已停业。\"}",
            "{en: \"It has closed.\"}",
            "{name}从事{technology}，与需求一致",
            "该企业从事{technology}，与需求一致"));
  }

  @Test
  void codesThatTheTreeDoesNotHave_areReportedWithTheirFile() throws IOException {
    for (String file :
        List.of("ranking.yaml", "similarity.yaml", "eligibility.yaml", "savings.yaml")) {
      Files.copy(Given.CONFIGURATION.resolve(file), folder.resolve(file));
    }
    change("similarity.yaml", "  LGT:", "  LGX:");
    change("eligibility.yaml", "[FTY.VCF]", "[FTY.VCX]");
    change("savings.yaml", "  LGT.LED:", "  LGT.LEX:");
    Problems problems = new Problems();
    Given.rules(new ConfigFolder(folder)).check(problems);
    assertEquals(3, problems.list().size(), problems::toString);
    assertTrue(
        problems.list().getFirst().startsWith("similarity.yaml.weights: unknown code \"LGX\""));
    assertTrue(
        problems.list().get(1).startsWith("eligibility.yaml.company_investors: unknown code"));
    assertTrue(problems.list().get(2).startsWith("savings.yaml.technologies: unknown code"));
  }

  private void change(String file, String what, String by) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(what, by));
  }

  @Test
  void phraseWithAValueThatNobodyGives_isAFaultAtTheStart() throws IOException {
    List<String> faults =
        faults(
            "phrases.yaml",
            Phrases::read,
            "Its status is uncertain;",
            "The status of {name} is uncertain;",
            "经营状况不明，请先",
            "{name}经营状况不明，请先");
    assertEquals(
        List.of("phrases.yaml.gate.alive.unknown has {name}, which nothing fills in"), faults);
  }

  private static RankingSettings ranking(Settings settings, Problems problems) {
    return RankingSettings.read(settings, Signals.BY_SIDE, problems);
  }
}
