package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.match.settings.CitySimilaritySettings;
import greenpair.match.settings.EligibilitySettings;
import greenpair.match.settings.Savings;
import greenpair.message.Phrases;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.Test;

/// The project's own settings with injected errors: each is reported with file and key, all at
/// once, and none is an exception.
class SettingsFilesTest extends ChangedSettings {
  private static void similarity(Settings settings, Problems problems) {
    CitySimilaritySettings.read(settings);
  }

  private static void eligibility(Settings settings, Problems problems) {
    EligibilitySettings.read(settings);
  }

  private static void savings(Settings settings, Problems problems) {
    Savings.read(settings);
  }

  private static void phrases(Settings settings, Problems problems) {
    Phrases.read(settings.bilinguals(), settings::problem);
  }

  @Test
  void ownFiles_haveNoFault() throws IOException {
    assertEquals(List.of(), faults("ranking.yaml", ChangedSettings::ranking, new String[0]));
    assertEquals(
        List.of(), faults("similarity.yaml", SettingsFilesTest::similarity, new String[0]));
    assertEquals(
        List.of(), faults("eligibility.yaml", SettingsFilesTest::eligibility, new String[0]));
    assertEquals(List.of(), faults("savings.yaml", SettingsFilesTest::savings, new String[0]));
    assertEquals(List.of(), faults("phrases.yaml", SettingsFilesTest::phrases, new String[0]));
  }

  @Test
  void missingFiles_areReportedOnceEach() {
    String rest = " does not exist; put it in " + folder;
    assertEquals(List.of("ranking.yaml" + rest), faults("ranking.yaml", ChangedSettings::ranking));
    assertEquals(
        List.of("similarity.yaml" + rest),
        faults("similarity.yaml", SettingsFilesTest::similarity));
    assertEquals(
        List.of("eligibility.yaml" + rest),
        faults("eligibility.yaml", SettingsFilesTest::eligibility));
    assertEquals(
        List.of("savings.yaml" + rest), faults("savings.yaml", SettingsFilesTest::savings));
    assertEquals(
        List.of("phrases.yaml" + rest), faults("phrases.yaml", SettingsFilesTest::phrases));
  }

  @Test
  void languagesOfCountries_withWrongCodes_areReported() throws IOException {
    assertEquals(
        List.of(
            "eligibility.yaml.languages.China must be a two-letter ISO 3166-1 country code in"
                + " capitals, such as CN, but was China",
            "eligibility.yaml.languages.US must have language codes of ISO 639-1 such as zh, but"
                + " was English"),
        faults(
            "eligibility.yaml",
            SettingsFilesTest::eligibility,
            "US: [en]",
            "US: [English]",
            "CN: [zh]",
            "China: [zh]"));
  }

  // similarity

  @Test
  void similarityWithFaults_isRead_allAreReported() throws IOException {
    assertEquals(
        List.of(
            "similarity.yaml.weights.BLD.koppen must be a number from 0 to 1, but was -0.3",
            "similarity.yaml.weights.LGT must have at least one weight above 0",
            "similarity.yaml.weights must have the group \"default\"",
            "similarity.yaml.weights.TRN: unknown key \"regio\""),
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
            "countries: {CN: 1}",
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
            "eligibility.yaml.country_lists.ODA.countries must be text or a list of texts, but was"
                + " {CN=1}",
            "eligibility.yaml.special_applicants.port.technologies must be a code of the taxonomy",
            "eligibility.yaml.stages.ppf must be a code of the taxonomy",
            "eligibility.yaml.stages.FTY.LSG must be one of idea, study, preparation, tender,"
                + " construction, but was bulding",
            "eligibility.yaml.procurement.us-7613.since must be a valid date from 1800 to 2200:"
                + " YYYY, YYYY-MM or YYYY-MM-DD, but was last year",
            "eligibility.yaml.procurement.us-7613.technologies must be a code of the taxonomy"),
        faults.stream().map(each -> each.replaceFirst(", such as TRN.*", "")).toList());
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
            "per: bus_km\n    sector: transport",
            "per: tram_km\n    sector: buses");
    for (String said :
        List.of(
            "savings.yaml.technologies.heat-pump must be a code of the taxonomy",
            "savings.yaml.practices.coal_boiler.emits.min must not exceed max, but was 0.6",
            "savings.yaml.technologies.TRN.PUB.EBS.per must be the unit of use of a practice, but"
                + " was tram",
            "savings.yaml.technologies.TRN.PUB.EBS.sector must be one of buildings, industry",
            "savings.yaml.technologies.BLD.HVC.HPW: unknown key \"electricty\"")) {
      assertTrue(faults.stream().anyMatch(each -> each.startsWith(said)), faults::toString);
    }
  }

  // phrases

  @Test
  void phrasesWithFaults_areRead_allAreReported() throws IOException {
    assertEquals(
        List.of(
            "phrases.yaml.gate.alive.fail.zh must be text, but was null",
            "phrases.yaml.gate.alive.old must follow ICU's message syntax",
            "phrases.yaml.gate.alive.pas is not the key of a sentence"
                + " (did you mean \"gate.alive.pass\"?)",
            "phrases.yaml.gate.alive.unknown has {name}, which nothing fills in",
            "phrases.yaml.plan.robust must name its arguments without a format, such as {city}: all"
                + " of them are texts",
            "phrases.yaml.reason.firm.same must have the same {arguments} in both languages"),
        faults(
                "phrases.yaml",
                SettingsFilesTest::phrases,
                "\n{}",
                """

                gate.alive.fail: {en: "It has closed."}
                gate.alive.old: {en: "Old: {date", zh: "{date}"}
                gate.alive.pas: {en: "In business.", zh: "在营。"}
                gate.alive.unknown: {en: "Ask {name}.", zh: "请询问{name}。"}
                plan.robust: {en: "{draws, number} draws.", zh: "{draws}次。"}
                reason.firm.same: {en: "{name} does {technology}.", zh: "从事{technology}。"}
                """)
            .stream()
            .map(each -> each.replaceFirst("(syntax):.*", "$1"))
            .toList());
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
        problems
            .list()
            .getFirst()
            .startsWith(
                "similarity.yaml.weights must be a code of the taxonomy, such as TRN.PUB.EBS, but"
                    + " was LGX"));
    assertTrue(
        problems
            .list()
            .get(1)
            .startsWith("eligibility.yaml.company_investors must be a code of the"));
    assertTrue(
        problems.list().get(2).startsWith("savings.yaml.technologies must be a code of the"));
  }

  private void change(String file, String what, String by) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(what, by));
  }
}
