package greenpair.match.settings;

import greenpair.catalog.value.Attribute;
import greenpair.config.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How past work is compared with a need: `similar_work` of `ranking.yaml`, see
/// [SimilarWork][greenpair.match.signal.SimilarWork].
///
/// @param weights of each attribute, from 0
/// @param size weight of the size
/// @param power of the share of what is alike: above 1, work that is alike in all counts most
/// @param halfCases recent cases alike in all at which the signal reaches half
/// @param halfNearby such cases in the city at which `similar_nearby` reaches half
/// @param nearbyKm distance at which a case counts half for `similar_nearby`
/// @param sameCountry what a case anywhere in the country counts for `similar_nearby`
public record SimilarWorkSettings(
    Map<Attribute, Double> weights,
    double size,
    double power,
    double halfCases,
    double halfNearby,
    double nearbyKm,
    double sameCountry) {
  /// Names of the signals that compare attributes.
  public static final String ANYWHERE = "similar_work";

  public static final String NEARBY = "similar_nearby";

  static SimilarWorkSettings read(Settings of) {
    Settings weight = of.child("weights");
    Map<Attribute, Double> weights = new EnumMap<>(Attribute.class);
    for (Attribute each : Attribute.values()) {
      weights.put(each, weight.number(each.word(), 0, 1000));
    }
    double size = weight.number("size", 0, 1000);
    return new SimilarWorkSettings(
        weights,
        size,
        of.number("power", 0.1, 10),
        of.number("half_cases", 0.01, 1000),
        of.number("half_nearby", 0.01, 1000),
        of.number("nearby_km", 1, 20_000),
        of.number("same_country", 0, 1));
  }

  public double weight(Attribute attribute) {
    return Objects.requireNonNull(weights.get(attribute));
  }
}
