package greenpair.match.gate;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.index.contract.Traits;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Verdict;
import greenpair.message.Phrases;

/// The gates that only experts have.
record ExpertGates(Phrases phrases) {
  /// An expert must be independent of the city and of the firms at work there.
  Gate conflict(Traits.OfExpert expert, MatchQuery query) {
    Entry.Key affiliation = expert.affiliation();
    Text employer = affiliation == null ? null : query.parties().get(affiliation);
    if (employer != null) {
      return gate(Gate.Name.CONFLICT, "affiliated", Verdict.FAIL, Map.of("party", employer));
    }
    for (Expert.Conflict each : expert.conflicts()) {
      Text party = query.parties().get(each.with());
      if (party != null) {
        Provenance source = each.source();
        Text says = phrases.say("gate.conflict.fail", Map.of("party", party));
        return new Gate(Gate.Name.CONFLICT, Verdict.FAIL, says, source);
      }
    }
    return expert.declared() == null
        ? gate(Gate.Name.CONFLICT, Verdict.UNKNOWN, Map.of())
        : gate(Gate.Name.CONFLICT, Verdict.PASS, Map.of("date", expert.declared().text()));
  }

  Gate language(Optional<Boolean> isShared) {
    Verdict verdict =
        isShared.map(each -> each ? Verdict.PASS : Verdict.FAIL).orElse(Verdict.UNKNOWN);
    return gate(Gate.Name.LANGUAGE, verdict, Map.of());
  }

  Gate days(Traits.OfExpert expert, MatchQuery query) {
    Expert.Days days = expert.days();
    if (days == null) {
      return gate(Gate.Name.DAYS, Verdict.UNKNOWN, Map.of());
    }
    if (days.isOver(query.asOf())) {
      return gate(Gate.Name.DAYS, "over", Verdict.FAIL, Map.of());
    }
    if (days.count() == 0) {
      return gate(Gate.Name.DAYS, Verdict.FAIL, Map.of());
    }
    PartialDate from = days.from();
    return from != null && days.isLater(query.asOf())
        ? gate(Gate.Name.DAYS, "later", Verdict.UNKNOWN, Map.of("from", from.text()))
        : gate(Gate.Name.DAYS, Verdict.PASS, Map.of("count", Phrases.same(days.count())));
  }

  private Gate gate(Gate.Name name, Verdict verdict, Map<String, Text> values) {
    return gate(name, verdict.word(), verdict, values);
  }

  private Gate gate(Gate.Name name, String key, Verdict verdict, Map<String, Text> values) {
    return new Gate(name, verdict, phrases.say("gate." + name.word() + "." + key, values));
  }
}
