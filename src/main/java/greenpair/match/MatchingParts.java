package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.concept.ConceptFinder;
import greenpair.index.contract.Candidate;
import greenpair.index.read.Snapshot;
import greenpair.match.past.Past;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.rank.Thresholds;
import greenpair.match.reason.Reasons;
import greenpair.match.reason.Sensitivity;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;
import java.util.List;
import java.util.Optional;

/// The components that compute every answer.
record MatchingParts(
    Rules rules,
    Phrases phrases,
    Needs needs,
    CandidateFinder retrieval,
    Thresholds thresholds,
    Reasons reasons,
    AnswerBuilder answers) {
  static MatchingParts of(Rules rules, ConceptFinder finder, Phrases phrases) {
    return of(rules, new Needs(rules.taxonomy(), finder), phrases);
  }

  static MatchingParts of(Rules rules, Needs needs, Phrases phrases) {
    Ranker ranker = new Ranker(rules, phrases);
    Thresholds thresholds = new Thresholds(rules.ranking());
    Reasons reasons = new Reasons(rules, phrases);
    Sensitivity sensitivity = new Sensitivity(rules, ranker, phrases);
    return new MatchingParts(
        rules,
        phrases,
        needs,
        new CandidateFinder(rules, ranker),
        thresholds,
        reasons,
        new AnswerBuilder(rules, phrases, needs, thresholds, reasons, sensitivity));
  }

  /// The same with other ranking settings.
  MatchingParts with(RankingSettings ranking) {
    return of(rules.with(ranking), needs, phrases);
  }

  /// What the past of a generation suggests.
  Past past(Snapshot snapshot) {
    return new Past(
        rules,
        phrases,
        snapshot,
        new Past.Finder() {
          @Override
          public List<Candidate> of(MatchQuery ask) {
            return retrieval.candidates(Kind.FIRM, ask, snapshot);
          }

          @Override
          public Optional<Candidate> of(MatchQuery ask, EntryId firm) {
            return snapshot.candidate(retrieval.query(Kind.FIRM, ask), firm);
          }
        });
  }

  List<Ranked> good(Kind kind, Need need, Snapshot snapshot) {
    return retrieval.rank(kind, needs.ask(need, snapshot), snapshot).stream()
        .filter(each -> thresholds.isGood(kind, each))
        .toList();
  }
}
