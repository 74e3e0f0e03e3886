package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.message.Phrases;
import greenpair.program.introduction.Introduction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Learns weights from introductions, always starting from the experts' weights. Effective learnt
/// weights come from the same outcomes, which would otherwise count twice. Thread-safe; changes
/// nothing.
///
/// The signals of a pair are those of the current index, with the deployments of its own city
/// hidden, because a contract that became a deployment would otherwise predict itself. Work
/// elsewhere since the introduction still counts.
///
/// @param inForce approved weights that replace them; null for none
public record WeightLearning(
    Recommender recommender,
    RankingSettings experts,
    @Nullable LearntWeights inForce,
    Phrases phrases) {
  /// Maximum relative change of a weight that is proposed by default.
  public static final double DEFAULT_LIMIT = 0.2;

  /// Kinds that are introduced to cities.
  public static final List<Kind> KINDS = List.of(Kind.FIRM, Kind.FINANCIER);

  /// The weights that the outcomes suggest, and their effect.
  ///
  /// @param limit share of itself by which a weight may move, in (0, 1]
  public Proposal propose(List<Introduction> introductions, double limit, Snapshot snapshot) {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException(
          "the limit of a move must be above 0 and at most 1, but was " + limit);
    }
    List<LearningResult> kinds =
        KINDS.stream().map(kind -> learn(kind, introductions, limit, snapshot)).toList();
    RankingEffect effect =
        RankingEffect.of(
            kinds.stream().filter(each -> !each.wasRefused()).map(LearningResult::kind).toList(),
            recommender.by(inForce == null ? experts : inForce.over(experts)),
            recommender.by(Proposal.over(experts, kinds)),
            snapshot);
    return new Proposal(
        Proposal.id(limit, kinds),
        snapshot.manifest().id(),
        snapshot.configuration(),
        limit,
        kinds,
        effect);
  }

  private LearningResult learn(
      Kind kind, List<Introduction> introductions, double limit, Snapshot snapshot) {
    Function<EntryId, Text> names = id -> RankingEffect.name(Kind.CITY, id, snapshot);
    Outcomes outcomes =
        Outcomes.of(introductions.stream().filter(each -> each.kind() == kind).toList(), names);
    Recommender by = recommender.by(experts);
    List<Example> examples = new ArrayList<>();
    List<UnusedIntroduction> leftOut = new ArrayList<>(outcomes.leftOut());
    for (Outcome each : outcomes.usable()) {
      RecommendationRequest request =
          new RecommendationRequest(kind, each.city(), null, each.need(), null, 1, false, true);
      try {
        examples.add(Example.of(each, by.score(request, each.partner(), snapshot)));
      } catch (NotFoundException e) {
        Text because = LearningTexts.missing(String.valueOf(e.getMessage()));
        leftOut.add(new UnusedIntroduction(each.introduction(), because));
      }
    }
    return new KindLearner(kind, signals(kind), limit, names)
        .learn(examples, leftOut, outcomes.notes());
  }

  private List<KindLearner.SignalWeight> signals(Kind kind) {
    List<KindLearner.SignalWeight> signals = new ArrayList<>();
    for (Side side : Side.values()) {
      experts
          .weights(kind, side)
          .forEach(
              (name, share) ->
                  signals.add(
                      new KindLearner.SignalWeight(
                          side, name, phrases.say("signal." + name), share)));
    }
    return signals;
  }
}
