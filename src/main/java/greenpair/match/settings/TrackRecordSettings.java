package greenpair.match.settings;

import greenpair.catalog.value.Word;
import greenpair.config.Settings;
import greenpair.message.Message;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The plain model of who is chosen next: `track_record` of `ranking.yaml`, see
/// [TrackRecord][greenpair.match.signal.TrackRecord].
///
/// @param weights by feature, from 0, with the sum 1; the registry's own past replaces them where
///     there is enough
/// @param most recent cases at which an amount of work reaches 1
public record TrackRecordSettings(Map<Feature, Double> weights, double most) {
  /// The name of the signal.
  public static final String SIGNAL = "track_record";

  /// Its weight beside those of the other signals of the city's side, which sum to 1, before a past
  /// or outcomes say more.
  static final double SHARE = 0.15;

  /// What is counted: all recent work, that for the wanted technology, that in the region, that for
  /// the technology in the region, the age of the newest and the distance of the nearest.
  public enum Feature implements Word {
    ALL,
    TECHNOLOGY,
    REGION,
    TECHNOLOGY_IN_REGION,
    NEWEST,
    NEAREST
  }

  static TrackRecordSettings read(Settings of) {
    Settings weight = of.child("weights");
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    for (Feature each : Feature.values()) {
      weights.put(each, weight.number(each.word(), 0, 1000));
    }
    double most = of.number("most", 1, 100_000);
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0)) {
      of.problem("weights", Message.of("config.weights"));
      sum = 1;
    }
    return new TrackRecordSettings(weights, most).with(weights);
  }

  /// The same with other weights, scaled to sum to 1.
  public TrackRecordSettings with(Map<Feature, Double> other) {
    double sum = other.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<Feature, Double> shares = new EnumMap<>(other);
    shares.replaceAll((feature, amount) -> sum > 0 ? amount / sum : amount);
    return new TrackRecordSettings(shares, most);
  }

  public double weight(Feature feature) {
    return Objects.requireNonNull(weights.get(feature));
  }

  /// An amount of work on a log scale, in [0, 1].
  public double log(double amount) {
    return Math.min(1, Math.log1p(amount) / Math.log1p(most));
  }
}
