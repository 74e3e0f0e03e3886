package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.config.Settings;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// `index-config/learnt.yaml`: factors that were learnt from outcomes and that a coordinator
/// approved. They apply to the weights of `ranking.yaml`, after what the past of the registry makes
/// of these; without the file, nothing is learnt.
///
/// @param by who approved them; null before
/// @param on when; null before
/// @param factors of weights, per kind and signal, above 0; a signal without one keeps its weight
public record LearntWeights(
    @Nullable String by, @Nullable Instant on, Map<Kind, Map<String, Double>> factors) {
  public static final String FILE = "learnt.yaml";

  /// Nothing learnt.
  public static final LearntWeights NONE = new LearntWeights(null, null, Map.of());

  private static final double LEAST = 0.001;
  private static final double MOST = 1000;

  public LearntWeights {
    Map<Kind, Map<String, Double>> copy = new EnumMap<>(Kind.class);
    factors.forEach(
        (kind, of) -> copy.put(kind, Collections.unmodifiableMap(new LinkedHashMap<>(of))));
    factors = Collections.unmodifiableMap(copy);
  }

  /// Reads the file.
  ///
  /// @param names signals that can have a factor
  public static LearntWeights read(Settings all, SignalNames names) {
    Settings weights = all.child("weights");
    Map<Kind, Map<String, Double>> factors = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.RANKED) {
      if (weights.keys().contains(kind.word())) {
        Settings of = weights.child(kind.word());
        Map<String, Double> ofKind = new LinkedHashMap<>();
        for (Side side : Side.values()) {
          names.of(kind, side).stream()
              .filter(of.keys()::contains)
              .forEach(signal -> ofKind.put(signal, of.number(signal, LEAST, MOST)));
        }
        factors.put(kind, ofKind);
      }
    }
    LearntWeights read = new LearntWeights(all.text("by"), time(all), factors);
    all.finish();
    return read;
  }

  private static @Nullable Instant time(Settings all) {
    Object value = all.value("on");
    try {
      return Instant.parse(String.valueOf(value));
    } catch (DateTimeParseException e) {
      all.refuse("on", Message.of("config.time"), value);
      return null;
    }
  }

  /// The same with the factors of another kind.
  public LearntWeights with(Kind kind, Map<String, Double> other) {
    Map<Kind, Map<String, Double>> all = new EnumMap<>(Kind.class);
    all.putAll(factors);
    all.put(kind, other);
    return new LearntWeights(by, on, all);
  }

  public LearntWeights approved(String name, Instant day) {
    return new LearntWeights(name, day, factors);
  }

  public RankingSettings over(RankingSettings settings) {
    RankingSettings changed = settings;
    for (Map.Entry<Kind, Map<String, Double>> each : factors.entrySet()) {
      changed = changed.times(each.getKey(), each.getValue());
    }
    return changed;
  }

  /// The file as [#read] reads it.
  public String yaml() {
    StringBuilder text =
        new StringBuilder(
            """
            # Learnt from outcomes of introductions and approved by a coordinator; docs/scoring.md says how.
            # Factors of the weights of ranking.yaml. Remove this file to return to these weights.
            """);
    if (by != null) {
      text.append("by: ").append(quoted(by)).append("\non: ").append(quoted("" + on)).append('\n');
    }
    text.append(factors.isEmpty() ? "weights: {}\n" : "weights:\n");
    factors.forEach(
        (kind, of) -> {
          text.append("  ").append(kind.word()).append(of.isEmpty() ? ": {}\n" : ":\n");
          of.forEach(
              (signal, factor) ->
                  text.append(String.format(Locale.ROOT, "    %s: %.4f%n", signal, factor)));
        });
    return text.toString();
  }

  private static String quoted(String text) {
    List<String> lines = text.strip().lines().toList();
    String line = lines.isEmpty() ? "?" : lines.getFirst().replaceAll("\\p{Cntrl}", " ");
    return "'" + line.replace("'", "''") + "'";
  }
}
