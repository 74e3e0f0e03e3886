package greenpair.learn;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.settings.LearntWeights;
import greenpair.message.Phrases;
import greenpair.program.introduction.Introduction;

/// Learns weights from introductions, always from those without learnt weights: current learnt
/// weights come from the same outcomes, which would otherwise count twice. Thread-safe; changes
/// nothing.
///
/// The signals of a pair are those of the current index, with the deployments of its own city
/// hidden, because a contract that became a deployment would otherwise predict itself. Work
/// elsewhere since the introduction still counts.
public record WeightLearning(Recommender recommender, Phrases phrases) {
  /// Kinds that are introduced to cities.
  public static final List<Kind> KINDS = List.of(Kind.FIRM, Kind.FINANCIER);

  /// The weights that the outcomes suggest, and their effect.
  public Proposal propose(List<Introduction> introductions, Snapshot snapshot) {
    LearntWeights weights = LearntWeights.NONE;
    List<Proposal.OfKind> kinds = new ArrayList<>();
    for (Kind kind : KINDS) {
      KindLearner learner = new KindLearner(kind, recommender, phrases, snapshot);
      KindLearner.Learnt learnt =
          learner.learn(
              Outcomes.of(introductions.stream().filter(each -> each.kind() == kind).toList()),
              weights);
      kinds.add(learnt.proposal());
      weights = learnt.weights();
    }
    List<Kind> changed =
        kinds.stream().filter(Proposal.OfKind::learnt).map(Proposal.OfKind::kind).toList();
    return new Proposal(
        Proposal.id(weights),
        snapshot.manifest().id(),
        snapshot.configuration(),
        kinds,
        weights,
        RankingEffect.of(changed, recommender, recommender.by(weights), snapshot));
  }
}
