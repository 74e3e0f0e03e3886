package greenpair.match;

import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.concept.ConceptFinder;
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
/// @param past by generation, what it says
/// @param estimated by generation, the same with what its past and learnt weights add to the rules
record MatchingParts(
    Rules rules,
    Phrases phrases,
    Needs needs,
    CandidateFinder retrieval,
    Reasons reasons,
    AnswerBuilder answers,
    ByGeneration<Past.Finding> past,
    ByGeneration<MatchingParts> estimated) {
  static MatchingParts of(Rules rules, ConceptFinder finder, Phrases phrases) {
    return of(rules, new Needs(rules.taxonomy(), finder), phrases, new ByGeneration<>());
  }

  private static MatchingParts of(
      Rules rules, Needs needs, Phrases phrases, ByGeneration<Past.Finding> past) {
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
        past,
        new ByGeneration<>());
  }

  /// The same with other learnt weights.
  MatchingParts with(LearntWeights learnt) {
    return of(rules.with(learnt), needs, phrases, past);
  }

  /// The same with what the past of a generation suggests, and what was learnt.
  MatchingParts estimated(Snapshot snapshot) {
    return estimated.get(
        snapshot.manifest().id(),
        () -> {
          RankingSettings settings = rules.learnt().over(finding(snapshot).settings());
          return of(rules.with(settings), needs, phrases, past);
        });
  }

  /// What the past of a generation says.
  Past.Finding finding(Snapshot snapshot) {
    return past.get(
        snapshot.manifest().id(),
        () ->
            new Past(rules, phrases, snapshot, query -> retrieval.query(Kind.FIRM, query)).find());
  }

  List<Ranked> good(Kind kind, Need need, Snapshot snapshot) {
    return retrieval.rank(kind, needs.query(need, snapshot), snapshot).stream()
        .filter(Assessment::isGood)
        .toList();
  }
}
