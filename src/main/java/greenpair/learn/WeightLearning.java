package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.past.WeightEstimator;
import greenpair.match.past.WeightEstimator.Estimate;
import greenpair.match.settings.LearntWeights;
import greenpair.message.Message;
import greenpair.message.Phrases;
import greenpair.program.introduction.Introduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Learns weights from introductions, always from those without learnt weights: current learnt
/// weights come from the same outcomes, which would otherwise count twice. Thread-safe; changes
/// nothing.
///
/// The signals of a pair are those of the current index, with the deployments of its own city
/// hidden, because a contract that became a deployment would otherwise predict itself. Work
/// elsewhere since the introduction still counts.
///
/// First, the age at which work counts half and how much project types count may change, once for
/// all kinds. Then the weights of each kind are learnt.
public record WeightLearning(Recommender recommender, Phrases phrases) {
  /// Kinds that are introduced to cities.
  public static final List<Kind> KINDS = List.of(Kind.FIRM, Kind.FINANCIER);

  /// The weights that the outcomes suggest, and their effect.
  public Proposal propose(List<Introduction> introductions, Snapshot snapshot) {
    List<KindLearner> learners =
        KINDS.stream()
            .map(
                kind ->
                    new KindLearner(kind, recommender, phrases, snapshot, of(introductions, kind)))
            .toList();
    LearntWeights shared = shared(learners, snapshot);
    LearntWeights weights = shared;
    List<Proposal.OfKind> kinds = new ArrayList<>();
    for (KindLearner learner : learners) {
      KindLearner.Learnt learnt = learner.learn(shared, weights);
      kinds.add(learnt.told());
      weights = learnt.weights();
    }
    List<Text> says = says(shared);
    List<Kind> changed =
        says.isEmpty()
            ? kinds.stream().filter(Proposal.OfKind::learnt).map(Proposal.OfKind::kind).toList()
            : Kind.RANKED;
    return new Proposal(
        Proposal.id(weights),
        snapshot.manifest().id(),
        snapshot.configuration(),
        says,
        kinds,
        weights,
        RankingEffect.of(changed, recommender, recommender.by(weights), snapshot));
  }

  private static Outcomes of(List<Introduction> introductions, Kind kind) {
    return Outcomes.of(introductions.stream().filter(each -> each.kind() == kind).toList());
  }

  private LearntWeights shared(List<KindLearner> learners, Snapshot snapshot) {
    LearntWeights best =
        shared(
            learners.stream()
                .filter(KindLearner::canLearn)
                .<Function<LearntWeights, Estimate>>map(each -> each::estimate)
                .toList());
    boolean isWorse =
        recommender.by(best).predicted(snapshot)
            < recommender.by(LearntWeights.NONE).predicted(snapshot);
    return isWorse ? LearntWeights.NONE : best;
  }

  /// What holds for all kinds: the half-life and types under which the outcomes of all kinds
  /// together are most probable, if by more than [WeightEstimator#MARGIN] and no kind is ordered
  /// worse.
  ///
  /// @param kinds what the outcomes of each kind say under given weights
  static LearntWeights shared(List<Function<LearntWeights, Estimate>> kinds) {
    LearntWeights best = LearntWeights.NONE;
    for (LearntWeights each : List.of(half(0.5), half(2), types(0), types(3))) {
      boolean isBetter =
          likelihood(kinds, each) > likelihood(kinds, best) + WeightEstimator.MARGIN
              && kinds.stream()
                  .noneMatch(kind -> isWorse(kind.apply(each), kind.apply(LearntWeights.NONE)));
      best = isBetter ? each : best;
    }
    return best;
  }

  private static LearntWeights half(double halfLife) {
    LearntWeights none = LearntWeights.NONE;
    return new LearntWeights(none.by(), none.on(), Map.of(), halfLife, none.types());
  }

  private static LearntWeights types(double types) {
    LearntWeights none = LearntWeights.NONE;
    return new LearntWeights(none.by(), none.on(), Map.of(), none.halfLife(), types);
  }

  private static double likelihood(
      List<Function<LearntWeights, Estimate>> kinds, LearntWeights under) {
    return kinds.stream().mapToDouble(each -> each.apply(under).likelihood()).sum();
  }

  private static boolean isWorse(Estimate estimate, Estimate plain) {
    return estimate.rankAfter() < plain.rankBefore() || estimate.rightAfter() < plain.rightBefore();
  }

  /// In words, what changes for all kinds; empty if nothing does.
  static List<Text> says(LearntWeights shared) {
    List<Text> says = new ArrayList<>();
    if (shared.halfLife() != 1) {
      says.add(text(shared.halfLife() < 1 ? "newer" : "older"));
    }
    if (shared.types() != 1) {
      says.add(text(shared.types() < 1 ? "types_less" : "types_more"));
    }
    if (!says.isEmpty()) {
      says.add(text("shared"));
    }
    return says;
  }

  private static Text text(String key) {
    return Message.of("learn." + key).text();
  }

  /// The current learnt weights.
  public LearntWeights current() {
    return recommender.learnt();
  }
}
