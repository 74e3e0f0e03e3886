package greenpair.match.signal;

import greenpair.match.settings.TrackRecordSettings;

/// `track_record`: how much the firm has recently done, and where, in [0, 1]: the plain model that
/// every other signal has to better.
///
/// The sum of b_k x_k over the six [TrackRecordSettings.Feature]s, with weights b that sum to 1. An
/// amount n of work, each case counting by its age ([PastWork]), has x = ln(1 + n) / ln(1 + M), at
/// most 1, with M `track_record.most`: each further case adds less, but still adds. As for
/// `evidence`, a firm without a recorded case has 0, not unknown.
public final class TrackRecord implements Signal {
  public static final String NAME = TrackRecordSettings.SIGNAL;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    return SignalValue.of(value(pair.rules().ranking().record(), values(pair)));
  }

  /// The value of the signal.
  ///
  /// @param values of the features in their order
  public static double value(TrackRecordSettings settings, double[] values) {
    double sum = 0;
    int at = 0;
    for (TrackRecordSettings.Feature each : TrackRecordSettings.Feature.values()) {
      sum += settings.weight(each) * values[at++];
    }
    return Math.min(1, sum);
  }

  /// The values of the features in their order, each in [0, 1].
  public static double[] values(NeedCandidatePair pair) {
    PastWork work = pair.work();
    TrackRecordSettings settings = pair.rules().ranking().record();
    boolean isRegionKnown = pair.query().city().region() != null;
    return new double[] {
      settings.log(work.all()),
      settings.log(work.alike()),
      settings.log(isRegionKnown ? work.inRegion() : work.inCountry()),
      settings.log(work.alikeInRegion()),
      Math.min(1, work.newest()),
      Math.min(1, work.near())
    };
  }
}
