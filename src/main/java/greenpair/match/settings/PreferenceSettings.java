package greenpair.match.settings;

import greenpair.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a need is compared with what a partner has stated that it wants: `preferences` of
/// `ranking.yaml`.
///
/// @param weight share of the partner's side; what is known about the partner has the rest
/// @param met value from which a preference is called met
public record PreferenceSettings(
    double weight, double place, double technology, double projectSize, double client, double met) {
  public static final String SIGNAL = "preferences";

  static PreferenceSettings read(Settings of) {
    Settings weights = of.child("weights");
    return new PreferenceSettings(
        of.number("weight", 0, 1),
        weights.number("place", 0.001, 1000),
        weights.number("technology", 0.001, 1000),
        weights.number("project_size", 0.001, 1000),
        weights.number("client", 0.001, 1000),
        of.number("met", 0, 1));
  }

  /// The weights of a side of which the preferences are a part.
  ///
  /// @param facts weights of the other signals, summing to 1
  public Map<String, Double> beside(Map<String, Double> facts) {
    Map<String, Double> all = new LinkedHashMap<>(facts);
    all.replaceAll((name, share) -> share * (1 - weight));
    all.put(SIGNAL, weight);
    return all;
  }
}
