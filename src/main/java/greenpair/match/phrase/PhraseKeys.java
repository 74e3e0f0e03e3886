package greenpair.match.phrase;

import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.SiteCondition;
import greenpair.match.signal.PreferenceFit;
import greenpair.match.signal.Signals;
import java.util.Set;
import java.util.TreeSet;

/// The keys of all phrases, so that a missing phrase is reported at startup and not in an answer.
/// Those of matching are here; search, planning and the report before publication have their own
/// lists.
final class PhraseKeys {
  private static final Set<String> CASE =
      Set.of("city", "year", "grade", "title", "location", "alike");

  static final Set<String> ALL = all();

  private PhraseKeys() {}

  private static Set<String> all() {
    Set<String> keys =
        new TreeSet<>(
            Set.of(
                "gate.alive.fail_unverified",
                "gate.alive.acquired",
                "gate.alive.unseen",
                "gate.alive.old",
                "gate.confidential.pass",
                "gate.ticket.too_small",
                "gate.stage.preparation",
                "gate.conflict.affiliated",
                "gate.days.over",
                "gate.days.later"));
    for (String gate :
        Set.of(
            "alive",
            "seller",
            "market",
            "borrower",
            "ticket",
            "stage",
            "conflict",
            "language",
            "days")) {
      keys.addAll(Set.of(gate(gate, "pass"), gate(gate, "unknown"), gate(gate, "fail")));
    }
    for (String gate : Set.of("membership", "instrument")) {
      keys.addAll(Set.of(gate(gate, "pass"), gate(gate, "unknown")));
    }
    for (String kind : Set.of("firm", "financier", "solution", "expert")) {
      for (String relation : Set.of("same", "below", "above", "sibling", "none")) {
        keys.add("reason." + kind + "." + relation);
      }
      keys.add("outcome." + kind + ".match");
      keys.add("outcome." + kind + ".none");
    }
    keys.add("outcome.no_needs");
    keys.add("outcome.firm.nearest");
    keys.add("outcome.expert.empty");
    keys.add("shortfall.no_firm");
    for (String list : Set.of("incumbents", "below", "unproven", "peers", "excluded")) {
      keys.addAll(Set.of("shortfall." + list + ".one", "shortfall." + list + ".more"));
    }
    for (String list : Set.of("below", "unproven", "peers")) {
      keys.add("shortfall.nearest_" + list);
    }
    for (String spread : Set.of("need", "xquad", "calibrated")) {
      keys.add("spread." + spread);
      keys.add("spread." + spread + ".free");
    }
    for (String relation : Set.of("same", "below", "above", "sibling", "none")) {
      keys.add("reason.opportunity." + relation);
    }
    for (String ends : Set.of("both", "least", "most")) {
      keys.add("reason.ticket." + ends);
    }
    for (SiteCondition condition : SiteCondition.values()) {
      keys.add("condition." + condition.word());
    }
    for (Attribute attribute : Attribute.values()) {
      keys.add("attribute." + attribute.word());
    }
    keys.addAll(
        Set.of(
            "list.and",
            "case.year",
            "case.year_unknown",
            "reason.tied",
            "reason.close",
            "reason.case_more",
            "reason.similar",
            "reason.similar_one",
            "reason.other_type",
            "reason.case",
            "reason.case_near",
            "reason.case_related",
            "reason.cases_more",
            "reason.case_here",
            "reason.no_case",
            "reason.package",
            "reason.package_precedent",
            "counterfactual.case",
            "counterfactual.lead",
            "reason.instrument",
            "reason.language",
            "reason.days",
            "reason.days_until",
            "reason.suits",
            "reason.avoid",
            "reason.financier_case",
            "reason.financier_case_near",
            "caution.unverified",
            "caution.own_estimates",
            "caution.case_unverified",
            "caution.no_case_in_country",
            "caution.ticket_outside",
            "caution.preferences",
            "reason.preferences",
            "signal." + PreferenceFit.NAME,
            "sides.facts",
            "sides.partner",
            "sides.reciprocal",
            "contradiction.before_founding",
            "contradiction.currencies",
            "contradiction.future"));
    for (PreferenceFit.Aspect aspect : PreferenceFit.Aspect.values()) {
      keys.add("preference." + aspect.word());
    }
    for (String part : Set.of("solution", "firm", "financier", "precedent")) {
      keys.add("signal.package_" + part);
    }
    keys.addAll(SearchPhrases.KEYS);
    keys.addAll(PublishPhrases.KEYS);
    keys.addAll(PlanPhrases.SLOTS.keySet());
    for (String signal : Signals.NAMES) {
      keys.add("signal." + signal);
      keys.add("unknown." + signal);
    }
    return keys;
  }

  static Set<String> slots(String key) {
    return switch (key) {
      case "reason.case", "reason.case_here", "reason.financier_case" -> CASE;
      case "reason.case_near", "reason.financier_case_near" -> CASE;
      case "case.year" -> Set.of("year");
      case "list.and" -> Set.of("first", "last");
      case "gate.alive.pass", "gate.alive.old" -> Set.of("date");
      case "gate.conflict.pass" -> Set.of("date");
      case "gate.conflict.fail", "gate.conflict.affiliated" -> Set.of("party");
      case "gate.days.pass", "reason.days" -> Set.of("count");
      case "gate.days.later" -> Set.of("from");
      case "reason.days_until" -> Set.of("count", "until");
      case "reason.tied" -> Set.of("other");
      case "reason.close" -> Set.of("other", "signal");
      case "reason.ticket.both" -> Set.of("min", "max");
      case "reason.ticket.least" -> Set.of("min");
      case "reason.ticket.most" -> Set.of("max");
      case "reason.suits", "reason.avoid" -> Set.of("conditions");
      case "reason.cases_more",
          "shortfall.incumbents.more",
          "shortfall.below.more",
          "shortfall.unproven.more",
          "shortfall.peers.more",
          "shortfall.excluded.more" ->
          Set.of("count");
      case "shortfall.nearest_below", "shortfall.nearest_unproven", "shortfall.nearest_peers" ->
          Set.of("name");
      case "reason.similar", "reason.similar_one" -> Set.of("count", "attributes");
      case "reason.preferences", "caution.preferences" -> Set.of("wanted");
      case "contradiction.before_founding" -> Set.of("case", "year", "founded");
      case "contradiction.currencies" -> Set.of("currencies");
      case "contradiction.future" -> Set.of("case", "year");
      case "reason.instrument" -> Set.of("instrument");
      case "reason.package" -> Set.of("firm", "solution", "financier");
      case "reason.package_precedent" -> Set.of("firm", "financier", "title");
      case "spread.need", "spread.xquad", "spread.calibrated" -> Set.of("cost");
      case "counterfactual.case" -> Set.of("from", "to");
      case "counterfactual.lead" -> Set.of("to");
      default -> {
        if (PlanPhrases.SLOTS.containsKey(key)) {
          yield PlanPhrases.SLOTS.getOrDefault(key, Set.of());
        }
        if (SearchPhrases.KEYS.contains(key)) {
          yield SearchPhrases.slots(key);
        }
        if (PublishPhrases.KEYS.contains(key)) {
          yield PublishPhrases.slots(key);
        }
        if (key.startsWith("outcome.")) {
          yield Set.of("city");
        }
        if (key.startsWith("gate.membership.")) {
          yield Set.of("network");
        }
        if (key.startsWith("reason.opportunity.")) {
          yield Set.of("name", "technology", "city");
        }
        yield key.matches("reason\\.(firm|financier|solution|expert)\\..*")
            ? Set.of("name", "technology")
            : Set.of();
      }
    };
  }

  private static String gate(String gate, String verdict) {
    return "gate." + gate + "." + verdict;
  }
}
