package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.contract.Traits;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Verdict;
import greenpair.message.Phrases;

/// Says what a reader has to check before using a recommendation.
record Cautions(Phrases phrases, PreferenceReasons preferences, CaseSentences told) {
  List<Text> of(Entry entry, Ranked ranked, List<Answer.Case> cases) {
    List<Text> cautions = new ArrayList<>();
    // Solutions are the editors' own estimates: their list says so once.
    if (!entry.verified() && entry.kind() != Kind.SOLUTION) {
      cautions.add(phrases.say("caution.unverified"));
    }
    for (Gate gate : ranked.gates()) {
      if (gate.verdict() == Verdict.UNKNOWN) {
        cautions.add(gate.because());
      }
    }
    if (!cases.isEmpty() && !cases.getFirst().verified()) {
      cautions.add(phrases.say("caution.case_unverified"));
    }
    Text failure = cases.isEmpty() ? null : cases.getFirst().failure();
    if (failure != null) {
      cautions.add(phrases.say("caution.case_failure", Map.of("failure", failure)));
    }
    ranked
        .worst()
        .ifPresent(
            worst ->
                cases.stream()
                    .skip(1)
                    .filter(each -> each.id().equals(worst.precedent().deployment()))
                    .findFirst()
                    .map(told::values)
                    .map(
                        values ->
                            phrases.say(
                                worst.part().wentWrong() ? "caution.went_wrong" : "caution.mixed",
                                values))
                    .ifPresent(cautions::add));
    if (ranked.badCases() > 1) {
      cautions.add(
          phrases.say("caution.bad_cases", Map.of("count", Phrases.same(ranked.badCases()))));
    }
    String country = ranked.pair().query().city().country();
    if (ranked.candidate().traits() instanceof Traits.OfFirm
        && !cases.isEmpty()
        && ranked.pair().cases().stream()
            .noneMatch(
                each ->
                    each.precedent().proves()
                        && each.precedent().city().country().equals(country))) {
      cautions.add(phrases.say("caution.no_case_in_country"));
    }
    preferences.unmet(ranked).ifPresent(cautions::add);
    cautions.addAll(
        new Contradictions(phrases)
            .of(entry, ranked.candidate().precedents(), ranked.pair().query().asOf()));
    return cautions;
  }
}
