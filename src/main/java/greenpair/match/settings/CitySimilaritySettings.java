package greenpair.match.settings;

import greenpair.catalog.Code;
import greenpair.config.Settings;
import greenpair.message.Message;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// `index-config/similarity.yaml`: which indicators determine the similarity of cities for which
/// technologies. The longest code prefix that is listed decides; `default` serves the rest.
@SuppressWarnings("EnumOrdinal") // An array, because weights are read in the innermost loop.
public final class CitySimilaritySettings {
  public static final String FILE = "similarity.yaml";
  private static final String DEFAULT = "default";

  /// An indicator by which cities are compared.
  public enum Indicator {
    COUNTRY,
    REGION,
    KOPPEN,
    BUILDING_ZONE,
    HEATING_NETWORK,
    POPULATION,
    GRID,
    LATITUDE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Where the scales of indicators end, and what parts of them count.
  ///
  /// @param populationDecades orders of magnitude between populations that have nothing in common
  /// @param grid t CO2 per MWh between grids that have nothing in common
  /// @param latitude degrees between such places
  /// @param main share of the main letter of a Köppen class; the three shares sum to 1
  /// @param rain share of its second letter
  /// @param heat share of its third letter
  /// @param partialNetwork similarity of a partial heating network to any other
  public record Scales(
      double populationDecades,
      double grid,
      double latitude,
      double main,
      double rain,
      double heat,
      double partialNetwork) {}

  private final Map<String, double[]> groups;
  private final Map<Code, double[]> found = new ConcurrentHashMap<>();

  /// Weight of the middle of the scale, which represents unknown indicators.
  private final double prior;

  private final Scales scales;

  private CitySimilaritySettings(Map<String, double[]> groups, double prior, Scales scales) {
    this.groups = groups;
    this.prior = prior;
    this.scales = scales;
  }

  public Scales scales() {
    return scales;
  }

  public double prior() {
    return prior;
  }

  public static CitySimilaritySettings read(Settings all) {
    Map<String, double[]> groups = new HashMap<>();
    Settings of = all.child("weights");
    for (String group : of.keys()) {
      double[] weights = weights(of.child(group));
      if (!(Arrays.stream(weights).sum() > 0)) {
        of.problem(group, Message.of("config.weights"));
      }
      groups.put(group, weights);
    }
    if (!groups.containsKey(DEFAULT)) {
      all.problem("weights", Message.of("config.group", "group", DEFAULT));
      double[] country = new double[Indicator.values().length];
      country[Indicator.COUNTRY.ordinal()] = 1;
      groups.put(DEFAULT, country);
    }
    double prior = all.number("prior_weight", 0, 10);
    Scales scales = scales(all.child("scales"));
    all.finish();
    return new CitySimilaritySettings(groups, prior, scales);
  }

  private static Scales scales(Settings of) {
    Settings koppen = of.child("koppen");
    double main = koppen.number("main", 0, 1);
    double rain = koppen.number("rain", 0, 1);
    double heat = koppen.number("heat", 0, 1);
    if (Math.abs(main + rain + heat - 1) > 1e-9 || !(main + rain > 0)) {
      of.problem("koppen", Message.of("config.koppen"));
    }
    return new Scales(
        of.number("population_decades", 0.1, 10),
        of.number("grid", 0.01, 10),
        of.number("latitude", 1, 90),
        main,
        rain,
        heat,
        of.number("partial_network", 0, 1));
  }

  private static double[] weights(Settings of) {
    double[] weights = new double[Indicator.values().length];
    for (Indicator indicator : Indicator.values()) {
      if (of.keys().contains(indicator.word())) {
        weights[indicator.ordinal()] = of.number(indicator.word(), 0, 1);
      }
    }
    return weights;
  }

  Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>(groups.keySet());
    prefixes.remove(DEFAULT);
    return prefixes;
  }

  /// The weights for a technology by the ordinal of the indicator, 0 for one that does not count;
  /// not to be changed. Ranking reads them ten thousand times for one answer.
  public double[] weights(Code technology) {
    return found.computeIfAbsent(technology, this::find);
  }

  private double[] find(Code technology) {
    String prefix = technology.value();
    while (!groups.containsKey(prefix)) {
      int dot = prefix.lastIndexOf('.');
      if (dot < 0) {
        return java.util.Objects.requireNonNull(groups.get(DEFAULT));
      }
      prefix = prefix.substring(0, dot);
    }
    return java.util.Objects.requireNonNull(groups.get(prefix));
  }
}
