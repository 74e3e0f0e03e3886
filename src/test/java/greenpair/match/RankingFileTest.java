package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.config.Problems;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The project's own `ranking.yaml` with other values, good and bad.
class RankingFileTest extends ChangedSettings {
  @Test
  void rankingWithManyFaults_isRead_allAreReportedWithTheirKeys() throws IOException {
    assertEquals(
        List.of(
            "ranking.yaml.relations.above must be a number from 0 to 1, but was 1.5",
            "ranking.yaml.weights.firm.evidence must be a number from 0 to 1000000, but was"
                + " -0.38",
            "ranking.yaml.weights.firm.activity must be a number from 0 to 1000000, but was"
                + " null",
            "ranking.yaml.priors.text must be a number from 0 to 1, but was much",
            "ranking.yaml.candidates must be an integer from 10 to 10000, but was 200.5",
            "ranking.yaml.cases.half_life must be a number from 1 to 1000, but was 0",
            "ranking.yaml.weights.firm: unknown key \"actvity\" (did you mean \"activity\"?)",
            "ranking.yaml: unknown key \"minimum_fitt\" (did you mean \"minimum_fit\"?)"),
        faults(
            "ranking.yaml",
            ChangedSettings::ranking,
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
  void notANumber_isNoWeight() throws IOException {
    List<String> faults =
        faults("ranking.yaml", ChangedSettings::ranking, "technology: 0.42", "technology: .nan");
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().startsWith("ranking.yaml:"), faults::toString);
  }

  @Test
  void weightsOfZero_areAFaultOfTheirKind() throws IOException {
    assertEquals(
        List.of("ranking.yaml.partner_weights.firm must have at least one weight above 0"),
        faults(
            "ranking.yaml",
            ChangedSettings::ranking,
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
        faults("ranking.yaml", ChangedSettings::ranking, "technology: 0.42", "technology: 30"));
    Problems problems = new Problems();
    RankingSettings read =
        RankingSettings.read(
            new ConfigFolder(folder).settings("ranking.yaml", problems), Signals.BY_SIDE, problems);
    var weights = read.weights(Kind.FIRM, Side.CITY);
    assertEquals(1, weights.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
    assertEquals(30 / 31.18, weights.getOrDefault("technology", 0.0), 1e-12);
  }
}
