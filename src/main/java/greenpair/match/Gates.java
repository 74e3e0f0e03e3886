package greenpair.match;

import greenpair.catalog.Firm;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The gates of each kind.
final class Gates {
  private final EligibilitySettings eligibility;
  private final Phrases phrases;

  Gates(EligibilitySettings eligibility, Phrases phrases) {
    this.eligibility = eligibility;
    this.phrases = phrases;
  }

  List<Gate> of(Pairing pairing) {
    return switch (pairing.candidate().traits()) {
      case Traits.OfFirm firm ->
          List.of(alive(firm.organisation()), seller(firm), market(firm.organisation(), pairing));
      case Traits.OfFinancier financier -> financier(financier, pairing);
      case Traits.OfSolution solution -> List.of();
      case Traits.Other other -> List.of();
    };
  }

  private List<Gate> financier(Traits.OfFinancier financier, Pairing pairing) {
    List<Gate> gates = new ArrayList<>();
    gates.add(alive(financier.organisation()));
    gates.add(market(financier.organisation(), pairing));
    if (!financier.borrowers().isEmpty()) {
      Verdict verdict = eligibility.mayApply(financier.borrowers(), pairing.ask());
      gates.add(gate("borrower", verdict, Map.of()));
    }
    for (String network : financier.memberships()) {
      boolean member = pairing.ask().city().memberships().contains(network);
      gates.add(
          gate(
              "membership",
              member ? Verdict.PASS : Verdict.UNKNOWN,
              Map.of("network", new Text(network, network))));
    }
    return gates;
  }

  private Gate alive(Traits.Organisation organisation) {
    Partner.Status status = organisation.status();
    if (status == null || status == Partner.Status.ACTIVE) {
      return gate("alive", Verdict.PASS, Map.of());
    }
    if (status == Partner.Status.UNCERTAIN) {
      return gate("alive", Verdict.UNKNOWN, Map.of());
    }
    String key = organisation.statusVerified() ? "gate.alive.fail" : "gate.alive.fail_unverified";
    return new Gate("alive", Verdict.FAIL, phrases.say(key));
  }

  /// An operator or adviser is no seller: it is shown among the peers instead.
  private Gate seller(Traits.OfFirm firm) {
    Firm.Role role = firm.role();
    if (role == null) {
      return gate("seller", Verdict.UNKNOWN, Map.of());
    }
    return switch (role) {
      case VENDOR, DEVELOPER -> gate("seller", Verdict.PASS, Map.of());
      case OPERATOR, ADVISER -> gate("seller", Verdict.FAIL, Map.of());
    };
  }

  private Gate market(Traits.Organisation organisation, Pairing pairing) {
    Verdict verdict =
        organisation.market() == null
            ? Verdict.UNKNOWN
            : eligibility.covers(organisation.market(), pairing.ask().city());
    return gate("market", verdict, Map.of());
  }

  private Gate gate(String name, Verdict verdict, Map<String, Text> values) {
    String key = "gate." + name + "." + verdict.name().toLowerCase(java.util.Locale.ROOT);
    return new Gate(name, verdict, phrases.say(key, values));
  }
}
