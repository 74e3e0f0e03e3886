package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.config.Problems;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of a proposal as the configuration reads it.
class ProposalTest {
  private static final Instant DAY = Instant.parse("2026-03-01T08:00:00.5Z");
  private static final RankingSettings EXPERTS = experts();

  @TempDir private Path folder;

  private static RankingSettings experts() {
    Problems problems = new Problems();
    RankingSettings read =
        RankingSettings.read(
            new ConfigFolder(Path.of("index-config")).settings(RankingSettings.FILE, problems),
            Signals.BY_SIDE,
            problems);
    problems.throwIfAny("faults");
    return read;
  }

  /// New weights for firms, those of each side in reverse order.
  private static LearningResult learnt() {
    List<LearningResult.Weight> weights = new ArrayList<>();
    for (Side side : Side.values()) {
      Map<String, Double> shares = EXPERTS.weights(Kind.FIRM, side);
      List<Double> reversed = new ArrayList<>(shares.values()).reversed();
      int at = 0;
      for (Map.Entry<String, Double> each : shares.entrySet()) {
        weights.add(
            new LearningResult.Weight(
                side,
                each.getKey(),
                new Text("x", "x"),
                each.getValue(),
                reversed.get(at++),
                null,
                null,
                false,
                List.of()));
      }
    }
    return new LearningResult(Kind.FIRM, 30, 0, null, List.of(), weights, List.of());
  }

  private static Proposal proposal(LearningResult... kinds) {
    return new Proposal("p1", "g1", "c1", 0.2, List.of(kinds), RankingEffect.NONE);
  }

  private void write(String by) throws IOException {
    String yaml = proposal(learnt()).weights(by, DAY).yaml();
    Files.writeString(folder.resolve(LearntWeights.FILE), yaml);
  }

  private LearntWeights read(RankingSettings experts, Problems problems) {
    return LearntWeights.read(
        new ConfigFolder(folder).settings(LearntWeights.FILE, problems), experts, problems);
  }

  @Test
  void weights_holdForTheirKind() throws IOException {
    write("O'Neil: \"x\"\nsecond");
    Problems problems = new Problems();
    LearntWeights read = read(EXPERTS, problems);
    assertEquals(List.of(), problems.list());
    assertEquals("O'Neil: \"x\"", read.by());
    assertEquals("2026-03-01T08:00:00Z", read.on().toString());
    assertEquals("p1", read.proposal());
    RankingSettings after = read.over(EXPERTS);
    for (Side side : Side.values()) {
      List<Double> was = new ArrayList<>(EXPERTS.weights(Kind.FIRM, side).values()).reversed();
      List<Double> now = new ArrayList<>(after.weights(Kind.FIRM, side).values());
      for (int i = 0; i < was.size(); i++) {
        assertEquals(was.get(i), now.get(i), 2e-6);
      }
      assertEquals(1, now.stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
      assertEquals(EXPERTS.weights(Kind.FINANCIER, side), after.weights(Kind.FINANCIER, side));
    }
    assertEquals(EXPERTS.priors(), after.priors());
    assertEquals(EXPERTS.with(EXPERTS.weights()), EXPERTS);
  }

  @Test
  void weightsLearntFromOthers_thanTheExpertsGiveNow_areRefused() throws IOException {
    write("Li");
    Problems problems = new Problems();
    var _ = read(EXPERTS.without(Kind.FIRM, "text"), problems);
    String said = problems.list().toString();
    assertTrue(said.contains("technology was learnt from the weight"), said);
    assertTrue(said.contains("or remove the file"), said);
  }

  @Test
  void timeThatIsInvalid_isAFaultWithItsPlace() throws IOException {
    write("Li");
    Path file = folder.resolve(LearntWeights.FILE);
    String yaml = Files.readString(file);
    Files.writeString(file, yaml.replaceFirst("(?m)^on: .*$", "on: yesterday"));
    Problems problems = new Problems();
    var _ = read(EXPERTS, problems);
    assertEquals(
        List.of(
            "learnt.yaml.on must be a time such as 2026-03-01T08:00:00Z, but was yesterday"
                + " (line 5)"),
        problems.list());
  }
}
