package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.past.Choice;
import greenpair.match.past.WeightEstimator;
import greenpair.match.past.WeightEstimator.Estimate;
import greenpair.match.past.WeightEstimator.Fold;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.match.settings.TrackRecordSettings;
import greenpair.message.Message;
import greenpair.message.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Learns the weights of one kind. An outcome that got further than others which ended was chosen
/// among them: among those for the same need, or, if there is none, among all; [WeightEstimator]
/// estimates what makes these choices most probable. The outcomes of a city are either known or to
/// be predicted, so that what holds in one city only is not learnt.
///
/// What holds for all kinds, the half-life and project types, is chosen by [WeightLearning] before.
/// Not safe for use by several threads.
final class KindLearner {
  /// Minimum number of pairs with a known outcome.
  static final int LEAST = 20;

  private static final int FOLDS = 5;

  /// Others that an outcome is compared with at most, at equal distances.
  private static final int COMPARED = 60;

  /// Change of a weight that is worth a sentence.
  private static final double NOTABLE = 0.1;

  private final Kind kind;
  private final Recommender recommender;
  private final Phrases phrases;
  private final Snapshot snapshot;
  private final Outcomes outcomes;
  private final List<UnusedIntroduction> leftOut;
  private final List<Outcome> known;
  private final int ended;
  private final @Nullable Text refusal;
  private final Map<LearntWeights, Trial> trials = new HashMap<>();

  KindLearner(
      Kind kind, Recommender recommender, Phrases phrases, Snapshot snapshot, Outcomes outcomes) {
    this.kind = kind;
    this.recommender = recommender;
    this.phrases = phrases;
    this.snapshot = snapshot;
    this.outcomes = outcomes;
    this.leftOut = new ArrayList<>(outcomes.leftOut());
    this.known = List.copyOf(pairs(outcomes.usable(), LearntWeights.NONE).keySet());
    this.ended = (int) known.stream().filter(Outcome::ended).count();
    this.refusal = refusal(known, ended);
  }

  /// @param weights those before with what was learnt of this kind
  record Learnt(Proposal.OfKind told, LearntWeights weights) {}

  private record Trial(Map<Outcome, Ranked> pairs, Estimate estimate) {}

  /// Whether there are outcomes enough.
  boolean canLearn() {
    return refusal == null;
  }

  /// What the outcomes say under weights that hold for all kinds.
  Estimate estimate(LearntWeights shared) {
    return trial(shared).estimate;
  }

  /// Learns the factors of this kind.
  ///
  /// @param shared what holds for all kinds
  /// @param before the same with the factors of kinds before
  Learnt learn(LearntWeights shared, LearntWeights before) {
    List<Text> says = new ArrayList<>();
    if (outcomes.usable().size() < outcomes.count()) {
      says.add(text("sample", "count", outcomes.count(), "most", Outcomes.MOST));
    }
    if (refusal != null) {
      says.add(refusal);
      return learnt(false, says, Map.of(), before);
    }
    Trial best = trial(shared);
    Map<String, Double> factors = best.estimate.factors();
    LearntWeights weights = before.with(kind, factors);
    boolean isFound = best.estimate.scale() > 0;
    if (!isFound
        || recommender.by(weights).predicted(snapshot)
            < recommender.by(before).predicted(snapshot)) {
      says.add(text(isFound ? "worse_before" : "nothing"));
      return learnt(false, says, Map.of(), before);
    }
    says.addAll(says(best, estimate(LearntWeights.NONE)));
    return learnt(true, says, factors, weights);
  }

  private Learnt learnt(
      boolean isLearnt, List<Text> says, Map<String, Double> factors, LearntWeights weights) {
    int open = known.size() - ended;
    return new Learnt(
        new Proposal.OfKind(kind, ended, open, isLearnt, says, factors, leftOut), weights);
  }

  private static @Nullable Text refusal(List<Outcome> known, int ended) {
    if (ended < LEAST) {
      return text("too_few", "count", ended, "least", LEAST);
    }
    if (known.stream().noneMatch(each -> known.stream().anyMatch(each::isBeyond))) {
      return text("one_class");
    }
    return known.stream().map(Outcome::city).distinct().count() < 2 ? text("one_city") : null;
  }

  private Map<Outcome, Ranked> pairs(List<Outcome> some, LearntWeights under) {
    Recommender by = recommender.by(under);
    Map<Outcome, Ranked> pairs = new LinkedHashMap<>();
    for (Outcome each : some) {
      RecommendationRequest request =
          new RecommendationRequest(kind, each.city(), null, each.need(), null, 1, true);
      try {
        pairs.put(each, by.score(request, each.partner(), snapshot));
      } catch (NotFoundException e) {
        Text because = text("missing", "problem", e.text());
        leftOut.add(new UnusedIntroduction(each.introduction(), because));
      }
    }
    return pairs;
  }

  private Trial trial(LearntWeights base) {
    return trials.computeIfAbsent(base, this::tried);
  }

  private Trial tried(LearntWeights base) {
    Map<Outcome, Ranked> pairs = pairs(known, base);
    RankingSettings settings = recommender.by(base).settings(snapshot);
    Set<String> signals = new HashSet<>();
    for (Side side : Side.values()) {
      signals.addAll(settings.weights(kind, side).keySet());
    }
    Estimate estimate =
        new WeightEstimator(
                kind,
                settings,
                settings.times(kind, Map.of(TrackRecordSettings.SIGNAL, 1.0)),
                signals)
            .estimate(folds(pairs), choices(pairs, pairs.keySet()));
    return new Trial(pairs, estimate);
  }

  static List<Fold> folds(Map<Outcome, Ranked> pairs) {
    Map<EntryId, List<Outcome>> cities = new TreeMap<>();
    pairs
        .keySet()
        .forEach(each -> cities.computeIfAbsent(each.city(), key -> new ArrayList<>()).add(each));
    List<Set<Outcome>> asked = new ArrayList<>();
    for (int fold = 0; fold < Math.min(FOLDS, cities.size()); fold++) {
      asked.add(new HashSet<>());
    }
    for (List<Outcome> ofCity : cities.values()) {
      asked.stream().min(Comparator.comparingInt(Set::size)).orElseThrow().addAll(ofCity);
    }
    List<Fold> folds = new ArrayList<>();
    for (Set<Outcome> each : asked) {
      Set<Outcome> known = new HashSet<>(pairs.keySet());
      known.removeAll(each);
      folds.add(new Fold(choices(pairs, known), choices(pairs, each)));
    }
    return folds;
  }

  static List<Choice> choices(Map<Outcome, Ranked> pairs, Set<Outcome> among) {
    List<Outcome> all = pairs.keySet().stream().filter(among::contains).toList();
    List<Choice> choices = new ArrayList<>();
    for (Outcome each : all) {
      List<Outcome> beaten = all.stream().filter(each::isBeyond).toList();
      List<Outcome> ofNeed = beaten.stream().filter(each::isOfNeed).toList();
      List<Outcome> others = ofNeed.isEmpty() ? beaten : ofNeed;
      int count = Math.min(COMPARED, others.size());
      List<Ranked> candidates = new ArrayList<>(List.of(of(each, pairs)));
      for (int i = 0; i < count; i++) {
        candidates.add(of(others.get(i * others.size() / count), pairs));
      }
      if (count > 0) {
        choices.add(Choice.of(candidates));
      }
    }
    return choices;
  }

  private static Ranked of(Outcome outcome, Map<Outcome, Ranked> pairs) {
    return Objects.requireNonNull(pairs.get(outcome));
  }

  private List<Text> says(Trial best, Estimate plain) {
    List<Text> says = new ArrayList<>();
    says.add(
        text(
            "predicts",
            "before",
            percent(plain.rightBefore()),
            "after",
            percent(best.estimate.rightAfter())));
    best.estimate.factors().entrySet().stream()
        .filter(each -> Math.abs(Math.log(each.getValue())) >= NOTABLE)
        .sorted(Comparator.comparingDouble(each -> -Math.abs(Math.log(each.getValue()))))
        .forEach(each -> says.add(says(each.getKey(), each.getValue(), best.pairs)));
    return says;
  }

  /// In words: how much a signal should count, and its means over partners that got further and
  /// over those that did not.
  private Text says(String signal, double factor, Map<Outcome, Ranked> pairs) {
    return text(
        "counts_for",
        "signal",
        phrases.say("signal." + signal),
        "factor",
        Math.round(10 * factor) / 10.0,
        "further",
        mean(signal, pairs, true),
        "others",
        mean(signal, pairs, false));
  }

  private static long mean(String signal, Map<Outcome, Ranked> pairs, boolean further) {
    return percent(
        pairs.keySet().stream()
            .filter(each -> pairs.keySet().stream().anyMatch(each::isBeyond) == further)
            .mapToDouble(each -> of(each, pairs).signal(signal))
            .average()
            .orElse(0));
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }

  private static Text text(String key, Object... values) {
    return Message.of("learn." + key, values).text();
  }
}
