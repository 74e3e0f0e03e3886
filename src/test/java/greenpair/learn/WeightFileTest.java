package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.config.Problems;
import greenpair.match.rules.RankingSettings;
import greenpair.match.rules.Side;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFileTest {
  private static final Path FOLDER = Path.of("index-config");

  @TempDir private Path other;

  private static RankingSettings read(Path folder) {
    Problems problems = new Problems();
    RankingSettings read =
        RankingSettings.read(
            new ConfigFolder(folder).settings(RankingSettings.FILE, problems),
            Signals.BY_SIDE,
            problems);
    problems.throwIfAny("faults");
    return read;
  }

  /// New weights for firms, those of each side in reverse order.
  private static Learnt learnt(RankingSettings ranking) {
    List<Learnt.Weight> weights = new ArrayList<>();
    for (Side side : Side.values()) {
      Map<String, Double> shares = ranking.weights(Kind.FIRM, side);
      List<Double> reversed = new ArrayList<>(shares.values()).reversed();
      int at = 0;
      for (Map.Entry<String, Double> each : shares.entrySet()) {
        weights.add(
            new Learnt.Weight(
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
    return new Learnt(Kind.FIRM, 30, 0, null, List.of(), weights, List.of());
  }

  @Test
  void copy_hasTheNewWeights_andAllElseAsItWas() throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(RankingSettings.FILE));
    RankingSettings before = read(FOLDER);
    WeightFile file = new WeightFile(lines);
    assertFalse(file.isLearnt());
    String text = file.with(List.of(learnt(before)), "test");
    Files.writeString(other.resolve(RankingSettings.FILE), text);
    assertTrue(new WeightFile(text.lines().toList()).isLearnt());
    RankingSettings after = read(other);
    for (Side side : Side.values()) {
      List<Double> was = new ArrayList<>(before.weights(Kind.FIRM, side).values()).reversed();
      List<Double> now = new ArrayList<>(after.weights(Kind.FIRM, side).values());
      for (int i = 0; i < was.size(); i++) {
        assertEquals(was.get(i), now.get(i), 2e-6);
      }
      assertEquals(before.weights(Kind.FINANCIER, side), after.weights(Kind.FINANCIER, side));
    }
    assertEquals(before.priors(), after.priors());
    List<String> written = text.lines().toList();
    assertEquals(lines.size() + 1, written.size());
    int changed = 0;
    for (int i = 0; i < lines.size(); i++) {
      changed += lines.get(i).equals(written.get(i + 1)) ? 0 : 1;
    }
    assertEquals(10, changed, "one line for each weight of a firm");
  }

  @Test
  void fileWithoutALineForAWeight_isRefused() {
    WeightFile file = new WeightFile(List.of("weights: {firm: {technology: 1}}"));
    Learnt learnt = learnt(read(FOLDER));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> file.with(List.of(learnt), "test"));
    assertTrue(String.valueOf(refused.getMessage()).contains("partner_weights.firm.market"));
  }
}
