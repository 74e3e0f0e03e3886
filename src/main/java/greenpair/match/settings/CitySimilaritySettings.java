package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.value.Word;
import greenpair.config.Settings;
import greenpair.message.Message;

/// `index-config/similarity.yaml`: which indicators determine the similarity of cities for which
/// technologies. The longest code prefix that is listed decides; `default` serves the rest.
@SuppressWarnings("EnumOrdinal") // An array, because weights are read in the innermost loop.
public final class CitySimilaritySettings {
  public static final String FILE = "similarity.yaml";
  private static final String DEFAULT = "default";

  /// An indicator by which cities are compared.
  public enum Indicator implements Word {
    COUNTRY,
    REGION,
    KOPPEN,
    BUILDING_ZONE,
    HEATING_NETWORK,
    POPULATION,
    GRID,
    LATITUDE
  }

  private final Map<String, double[]> groups;
  private final Map<Code, double[]> found = new ConcurrentHashMap<>();

  /// Weight of the middle of the scale, which represents unknown indicators.
  private final double prior;

  private CitySimilaritySettings(Map<String, double[]> groups, double prior) {
    this.groups = groups;
    this.prior = prior;
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
    all.finish();
    return new CitySimilaritySettings(groups, prior);
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
    double[] known = found.get(technology); // Takes no lock.
    return known == null ? found.computeIfAbsent(technology, this::find) : known;
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
