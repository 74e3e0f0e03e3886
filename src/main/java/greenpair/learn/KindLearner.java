package greenpair.learn;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.past.Choice;
import greenpair.match.past.Past;
import greenpair.match.past.WeightEstimator;
import greenpair.match.past.WeightEstimator.Estimate;
import greenpair.match.past.WeightEstimator.Fold;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.message.Message;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// Learns the weights of one kind. An outcome that got further than others which ended was chosen
/// among them: among those for the same need, or, if there is none, among all; [WeightEstimator]
/// estimates what makes these choices most probable. The outcomes of a city are either known or to
/// be predicted, so that what holds in one city only is not learnt.
record KindLearner(Kind kind, Recommender recommender, Phrases phrases, Snapshot snapshot) {
  /// Minimum number of pairs with a known outcome.
  static final int LEAST = 20;

  private static final int FOLDS = 5;

  /// Others that an outcome is compared with at most, at equal distances.
  private static final int COMPARED = 60;

  /// Change of a weight that is worth a sentence.
  private static final double NOTABLE = 0.1;

  /// @param weights those before with what was learnt of this kind
  record Learnt(Proposal.OfKind proposal, LearntWeights weights) {}

  Learnt learn(Outcomes outcomes, LearntWeights before) {
    List<UnusedIntroduction> leftOut = new ArrayList<>(outcomes.leftOut());
    Map<Outcome, Ranked> pairs = pairs(outcomes.usable(), leftOut);
    int labelled = (int) pairs.keySet().stream().filter(Outcome::ended).count();
    int open = pairs.size() - labelled;
    List<Text> says = new ArrayList<>();
    if (outcomes.usable().size() < outcomes.count()) {
      says.add(text("sample", "count", outcomes.count(), "most", Outcomes.MOST));
    }
    List<Outcome> known = List.copyOf(pairs.keySet());
    Text refused = refusal(known, labelled);
    if (refused != null) {
      says.add(refused);
      return new Learnt(
          new Proposal.OfKind(kind, labelled, open, false, says, Map.of(), leftOut), before);
    }
    Estimate estimate = estimate(pairs);
    LearntWeights weights = before.with(kind, estimate.factors());
    boolean isLearnt = estimate.isFound() && predictsThePast(weights, before);
    says.addAll(
        isLearnt
            ? says(estimate, pairs)
            : List.of(text(estimate.isFound() ? "worse_before" : "nothing")));
    return new Learnt(
        new Proposal.OfKind(
            kind,
            labelled,
            open,
            isLearnt,
            says,
            isLearnt ? estimate.factors() : Map.of(),
            leftOut),
        isLearnt ? weights : before);
  }

  /// Whether weights predict the past of the generation no worse than others.
  private boolean predictsThePast(LearntWeights weights, LearntWeights others) {
    Past.Finding past = recommender.past(snapshot);
    return recommender.by(weights).predicted(past, snapshot)
        >= recommender.by(others).predicted(past, snapshot);
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

  private Map<Outcome, Ranked> pairs(List<Outcome> outcomes, List<UnusedIntroduction> leftOut) {
    Recommender by = recommender.by(LearntWeights.NONE);
    Map<Outcome, Ranked> pairs = new LinkedHashMap<>();
    for (Outcome each : outcomes) {
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

  private Estimate estimate(Map<Outcome, Ranked> pairs) {
    RankingSettings settings = recommender.by(LearntWeights.NONE).settings(snapshot);
    Set<String> signals = new HashSet<>();
    for (Side side : Side.values()) {
      signals.addAll(settings.weights(kind, side).keySet());
    }
    return new WeightEstimator(kind, settings, signals)
        .estimate(folds(pairs), choices(pairs, pairs.keySet()));
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

  private List<Text> says(Estimate estimate, Map<Outcome, Ranked> pairs) {
    List<Text> says = new ArrayList<>();
    says.add(
        text(
            "predicts",
            "before",
            percent(estimate.rightBefore()),
            "after",
            percent(estimate.rightAfter())));
    estimate.factors().entrySet().stream()
        .filter(each -> Math.abs(Math.log(each.getValue())) >= NOTABLE)
        .sorted(Comparator.comparingDouble(each -> -Math.abs(Math.log(each.getValue()))))
        .forEach(each -> says.add(says(each.getKey(), each.getValue(), pairs)));
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
