package greenpair.match;

import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.language.ConceptFinder;
import greenpair.match.explain.Reasons;
import greenpair.match.explain.Sensitivity;
import greenpair.match.phrase.Phrases;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.rank.Thresholds;
import greenpair.match.rules.Rules;
import java.util.List;

/// The components that compute every answer.
record Matching(
    Rules rules,
    Phrases phrases,
    Needs needs,
    Retrieval retrieval,
    Thresholds thresholds,
    Reasons reasons,
    Answers answers) {
  static Matching of(Rules rules, ConceptFinder finder, Phrases phrases) {
    return of(rules, new Needs(rules.taxonomy(), finder), phrases);
  }

  static Matching of(Rules rules, Needs needs, Phrases phrases) {
    Ranker ranker = new Ranker(rules, phrases);
    Thresholds thresholds = new Thresholds(rules.ranking());
    Reasons reasons = new Reasons(rules, phrases);
    Sensitivity sensitivity = new Sensitivity(rules, ranker, phrases);
    return new Matching(
        rules,
        phrases,
        needs,
        new Retrieval(rules, ranker),
        thresholds,
        reasons,
        new Answers(rules, phrases, needs, thresholds, reasons, sensitivity));
  }

  List<Ranked> good(Kind kind, Need need, Snapshot snapshot) {
    return retrieval.rank(kind, needs.ask(need, snapshot), snapshot).stream()
        .filter(each -> thresholds.isGood(kind, each))
        .toList();
  }
}
