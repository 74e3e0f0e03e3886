package greenpair.match;

import java.util.Set;
import java.util.TreeSet;

/// The keys of all phrases, so that a missing one is found at start-up and not in an answer.
final class PhraseKeys {
  static final Set<String> ALL = all();

  private PhraseKeys() {}

  private static Set<String> all() {
    Set<String> keys =
        new TreeSet<>(
            Set.of(
                "gate.alive.pass",
                "gate.alive.unknown",
                "gate.alive.fail",
                "gate.alive.fail_unverified",
                "gate.seller.pass",
                "gate.seller.unknown",
                "gate.seller.fail",
                "gate.market.pass",
                "gate.market.unknown",
                "gate.market.fail",
                "gate.borrower.pass",
                "gate.borrower.unknown",
                "gate.borrower.fail",
                "gate.membership.pass",
                "gate.membership.unknown"));
    for (String kind : Set.of("firm", "financier", "solution")) {
      for (String relation : Set.of("same", "below", "above", "sibling", "none")) {
        keys.add("reason." + kind + "." + relation);
      }
      keys.add("outcome." + kind + ".match");
      keys.add("outcome." + kind + ".none");
    }
    keys.addAll(
        Set.of(
            "reason.case",
            "reason.case_near",
            "reason.case_related",
            "reason.cases_more",
            "reason.case_here",
            "reason.no_case",
            "counterfactual.case",
            "reason.instrument",
            "reason.suits",
            "reason.avoid",
            "reason.financier_case",
            "caution.unverified",
            "caution.own_estimates",
            "caution.case_unverified",
            "caution.no_case_in_country",
            "caution.ticket_outside"));
    for (String part : Set.of("concepts", "name", "text")) {
      keys.add("signal.search_" + part);
    }
    for (String signal : Signals.NAMES) {
      keys.add("signal." + signal);
      keys.add("unknown." + signal);
    }
    return keys;
  }
}
