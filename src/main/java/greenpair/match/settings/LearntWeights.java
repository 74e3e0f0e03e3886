package greenpair.match.settings;

import greenpair.catalog.Kind;
import greenpair.config.Problems;
import greenpair.config.Settings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `index-config/learnt.yaml`: weights that were learnt from outcomes and that a coordinator
/// approved. They replace those of `ranking.yaml`, which stay as the experts set them, so removing
/// the file restores the previous state.
///
/// @param proposal id of what was approved
/// @param by who approved it; empty before
/// @param limit share of itself by which a weight could move, in (0, 1]
/// @param weights per side and kind, by signal; a kind about which nothing was learnt is missing
public record LearntWeights(
    String proposal,
    String by,
    Instant on,
    double limit,
    Map<Side, Map<Kind, Map<String, Change>>> weights) {
  public static final String FILE = "learnt.yaml";

  /// Tolerance for shares written with six decimals.
  private static final double CLOSE = 1e-6;

  private static final Map<Side, String> BLOCKS =
      new EnumMap<>(Map.of(Side.CITY, "weights", Side.PARTNER, "partner_weights"));

  /// A weight before and after, as shares of its side, in [0, 1].
  public record Change(double before, double after) {}

  /// Reads the file; errors go to the problems. Weights that were learnt from other experts'
  /// weights than the current ones are an error, because the combination was not approved.
  public static LearntWeights read(Settings all, RankingSettings experts, Problems problems) {
    Map<Side, Map<Kind, Map<String, Change>>> weights = new EnumMap<>(Side.class);
    BLOCKS.forEach(
        (side, block) -> weights.put(side, side(all.child(block), side, experts, problems)));
    LearntWeights read =
        new LearntWeights(
            all.text("proposal"),
            all.text("by"),
            all.time("on"),
            all.number("limit", 0, 1),
            weights);
    all.finish();
    return read;
  }

  private static Map<Kind, Map<String, Change>> side(
      Settings of, Side side, RankingSettings experts, Problems problems) {
    Map<Kind, Map<String, Change>> kinds = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.RANKED) {
      Map<String, Double> before = experts.weights(kind, side);
      if (of.keys().contains(kind.word()) && !before.isEmpty()) {
        kinds.put(kind, changes(of.child(kind.word()), before, problems));
      }
    }
    return kinds;
  }

  private static Map<String, Change> changes(
      Settings of, Map<String, Double> experts, Problems problems) {
    Map<String, Change> changes = new LinkedHashMap<>();
    experts.forEach(
        (signal, share) -> {
          Settings one = of.child(signal);
          Change change = new Change(one.number("before", 0, 1), one.number("after", 0, 1));
          if (Math.abs(change.before - share) > CLOSE) {
            problems.add(
                String.format(
                    Locale.ROOT,
                    "%s: %s was learnt from the weight %.6f, and %s gives %.6f now; write a new"
                        + " proposal with greenpair learn --output, or remove the file",
                    FILE,
                    signal,
                    change.before,
                    RankingSettings.FILE,
                    share));
          }
          changes.put(signal, change);
        });
    return changes;
  }

  public RankingSettings over(RankingSettings experts) {
    Map<Side, Map<Kind, Map<String, Double>>> changed = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<Kind, Map<String, Double>> kinds = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.RANKED) {
        Map<String, Double> before = experts.weights(kind, side);
        Map<String, Change> learnt = weights.getOrDefault(side, Map.of()).get(kind);
        if (!before.isEmpty()) {
          kinds.put(kind, learnt == null ? before : shares(learnt));
        }
      }
      changed.put(side, kinds);
    }
    return experts.with(changed);
  }

  private static Map<String, Double> shares(Map<String, Change> learnt) {
    double sum = learnt.values().stream().mapToDouble(Change::after).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    learnt.forEach((signal, change) -> shares.put(signal, sum > 0 ? change.after / sum : 0));
    return shares;
  }

  /// The file as [#read] reads it.
  public String yaml() {
    StringBuilder text =
        new StringBuilder(
            """
            # Weights learnt from outcomes of introductions and approved by a coordinator; docs/scoring.md says how.
            # They hold in place of those of ranking.yaml. Remove this file, and the experts' weights are back.
            """);
    text.append("proposal: ").append(quoted(proposal)).append('\n');
    text.append("by: ").append(quoted(by)).append('\n');
    text.append("on: ").append(quoted(on.toString())).append('\n');
    text.append(String.format(Locale.ROOT, "limit: %s%n", limit));
    BLOCKS.forEach(
        (side, block) -> {
          Map<Kind, Map<String, Change>> kinds = weights.getOrDefault(side, Map.of());
          text.append(block).append(kinds.isEmpty() ? ": {}\n" : ":\n");
          kinds.forEach((kind, changes) -> add(kind, changes, text));
        });
    return text.toString();
  }

  private static void add(Kind kind, Map<String, Change> changes, StringBuilder text) {
    text.append("  ").append(kind.word()).append(":\n");
    changes.forEach(
        (signal, change) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "    %s: {before: %.6f, after: %.6f}%n",
                    signal,
                    change.before,
                    change.after)));
  }

  private static String quoted(String text) {
    List<String> lines = text.strip().lines().toList();
    String line = lines.isEmpty() ? "?" : lines.getFirst().replaceAll("\\p{Cntrl}", " ");
    return "'" + line.replace("'", "''") + "'";
  }
}
