package greenpair.match;

import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.concept.ConceptFinder;
import greenpair.index.generation.RegistryPast;
import greenpair.index.read.Snapshot;
import greenpair.match.past.Past;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.reason.Reasons;
import greenpair.match.reason.Sensitivity;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;
import java.util.List;

/// The components that compute every answer.
///
/// @param ofGenerations by generation, the same with what its past and learnt weights add to the
///     rules
record MatchingParts(
    Rules rules,
    Phrases phrases,
    Needs needs,
    CandidateFinder retrieval,
    Reasons reasons,
    AnswerBuilder answers,
    ByGeneration<MatchingParts> ofGenerations) {
  static MatchingParts of(Rules rules, ConceptFinder finder, Phrases phrases) {
    return of(rules, new Needs(rules.taxonomy(), finder), phrases);
  }

  private static MatchingParts of(Rules rules, Needs needs, Phrases phrases) {
    Ranker ranker = new Ranker(rules, phrases);
    Reasons reasons = new Reasons(rules, phrases);
    Sensitivity sensitivity = new Sensitivity(rules, ranker, phrases);
    return new MatchingParts(
        rules,
        phrases,
        needs,
        new CandidateFinder(rules, ranker),
        reasons,
        new AnswerBuilder(rules, phrases, needs, reasons, sensitivity),
        new ByGeneration<>());
  }

  /// The same with other learnt weights.
  MatchingParts with(LearntWeights learnt) {
    return of(rules.with(learnt), needs, phrases);
  }

  /// The same with what the past of a generation suggests, and what was learnt.
  MatchingParts of(Snapshot snapshot) {
    return ofGenerations.get(
        snapshot.manifest().id(),
        () -> {
          RegistryPast past = snapshot.manifest().past();
          RankingSettings settings = past == null ? rules.ranking() : rules.ranking().with(past);
          return of(rules.with(rules.learnt().over(settings)), needs, phrases);
        });
  }

  /// Finds what the past of a generation says, which takes long.
  Past.Finding past(Snapshot snapshot) {
    return new Past(rules, phrases, snapshot, query -> retrieval.query(Kind.FIRM, query)).find();
  }

  List<Ranked> good(Kind kind, Need need, Snapshot snapshot) {
    return retrieval.rank(kind, needs.query(need, snapshot), snapshot).stream()
        .filter(Assessment::isGood)
        .toList();
  }
}
