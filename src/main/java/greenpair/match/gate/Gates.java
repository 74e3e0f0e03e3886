package greenpair.match.gate;

import greenpair.catalog.Code;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.match.settings.EligibilitySettings;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.ProcurementRules;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.SharedLanguage;
import greenpair.match.signal.TicketFit;
import greenpair.message.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The gates of each kind.
public final class Gates {
  private final EligibilitySettings eligibility;
  private final Phrases phrases;
  private final ExpertGates experts;

  public Gates(EligibilitySettings eligibility, Phrases phrases) {
    this.eligibility = eligibility;
    this.phrases = phrases;
    this.experts = new ExpertGates(phrases);
  }

  public List<Gate> of(NeedCandidatePair pairing) {
    return switch (pairing.candidate().traits()) {
      case Traits.OfFirm firm -> firm(firm, pairing);
      case Traits.OfFinancier financier -> financier(financier, pairing);
      case Traits.OfExpert expert -> expert(expert, pairing);
      case Traits.OfSolution _, Traits.Other _ -> List.of();
    };
  }

  private List<Gate> firm(Traits.OfFirm firm, NeedCandidatePair pairing) {
    List<Gate> gates = new ArrayList<>();
    gates.add(alive(firm.organisation(), pairing, ""));
    gates.add(seller(firm, pairing.ask()));
    gates.add(market(firm.organisation(), pairing));
    for (ProcurementRules.Applied each :
        eligibility.procurement().of(firm.organisation().country(), pairing.ask())) {
      gates.add(new Gate("procurement", each.verdict(), each.rule().says(), each.rule().source()));
    }
    return gates;
  }

  private List<Gate> financier(Traits.OfFinancier financier, NeedCandidatePair pairing) {
    MatchQuery ask = pairing.ask();
    List<Gate> gates = new ArrayList<>();
    gates.add(alive(financier.organisation(), pairing, "_financier"));
    gates.add(market(financier.organisation(), pairing));
    borrower(financier, ask).ifPresent(verdict -> gates.add(gate("borrower", verdict, Map.of())));
    for (String network : financier.memberships()) {
      boolean member = ask.city().memberships().contains(network);
      gates.add(
          gate(
              "membership",
              member ? Verdict.PASS : Verdict.UNKNOWN,
              Map.of("network", new Text(network, network))));
    }
    if (!ask.instruments().isEmpty() && !financier.instruments().isEmpty()) {
      boolean offers = ask.instruments().stream().anyMatch(financier.instruments()::contains);
      gates.add(gate("instrument", offers ? Verdict.PASS : Verdict.UNKNOWN, Map.of()));
    }
    boolean hidden = TicketFit.isConfidential(ask, financier);
    TicketFit.gap(ask, financier)
        .map(gap -> hidden ? gate("confidential", Verdict.PASS, Map.of()) : ticket(gap))
        .ifPresent(gates::add);
    boolean isAsked = borrower(financier, ask).filter(Verdict.PASS::equals).isPresent();
    if (!hidden
        && !ask.budget().isKnown()
        && !isAsked
        && eligibility.isTooSmallForACity(financier.sizes())) {
      gates.add(new Gate("ticket", Verdict.UNKNOWN, phrases.say("gate.ticket.too_small")));
    }
    if (financier.type() != null) {
      stage(financier.type(), ask).ifPresent(gates::add);
    }
    return gates;
  }

  /// A person is in no register of firms, so only a recorded status or market is checked.
  private List<Gate> expert(Traits.OfExpert expert, NeedCandidatePair pairing) {
    List<Gate> gates = new ArrayList<>();
    gates.add(experts.conflict(expert, pairing.ask()));
    gates.add(experts.language(SharedLanguage.of(pairing)));
    gates.add(experts.days(expert, pairing.ask()));
    if (expert.organisation().status() != null || expert.organisation().seen() != null) {
      gates.add(alive(expert.organisation(), pairing, ""));
    }
    if (expert.organisation().market() != null) {
      gates.add(market(expert.organisation(), pairing));
    }
    return gates;
  }

  private Optional<Verdict> borrower(Traits.OfFinancier financier, MatchQuery ask) {
    if (eligibility.investsInCompaniesOnly(financier.type())) {
      return Optional.of(Verdict.FAIL);
    }
    return financier.borrowers().isEmpty()
        ? Optional.empty()
        : Optional.of(eligibility.mayApply(financier.borrowers(), ask));
  }

  /// If the stage of a need is unknown, only financiers that do not pay for construction are
  /// reported.
  private Optional<Gate> stage(Code type, MatchQuery ask) {
    if (ask.stage() != null) {
      return Optional.of(gate("stage", eligibility.servesStage(type, ask.stage()), Map.of()));
    }
    return eligibility.isForPreparationOnly(type)
        ? Optional.of(new Gate("stage", Verdict.UNKNOWN, phrases.say("gate.stage.preparation")))
        : Optional.empty();
  }

  /// A deal slightly outside the range may be negotiable; one outside by a factor of ten is not.
  private Gate ticket(double gap) {
    Verdict verdict = gap == 1 ? Verdict.PASS : gap < 10 ? Verdict.UNKNOWN : Verdict.FAIL;
    return gate("ticket", verdict, Map.of());
  }

  /// Passes only with a dated source that is recent enough; otherwise it is unknown, and it says
  /// from when the latest source is, be it on the organisation or on one of its cases.
  ///
  /// @param whose ending of the phrase: a financier takes applications, a firm is in business
  private Gate alive(Traits.Organisation organisation, NeedCandidatePair pairing, String whose) {
    Partner.Status status = organisation.status();
    if (status != null && status.isGone()) {
      String key = organisation.statusVerified() ? "gate.alive.fail" : "gate.alive.fail_unverified";
      return new Gate("alive", Verdict.FAIL, phrases.say(key));
    }
    if (status == Partner.Status.ACQUIRED) {
      return new Gate("alive", Verdict.UNKNOWN, phrases.say("gate.alive.acquired"));
    }
    if (status == Partner.Status.UNCERTAIN) {
      return gate("alive", Verdict.UNKNOWN, Map.of());
    }
    PartialDate seen = organisation.seen();
    int asOf = pairing.ask().asOf();
    int newest =
        pairing.candidate().precedents().stream()
            .map(Precedent::year)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .filter(year -> year <= asOf)
            .max()
            .orElse(0);
    if (seen == null && newest == 0) {
      return new Gate("alive", Verdict.UNKNOWN, phrases.say("gate.alive.unseen" + whose));
    }
    PartialDate latest =
        seen == null || seen.year() < newest ? PartialDate.of(String.valueOf(newest)) : seen;
    Map<String, Text> values = Map.of("date", latest.text());
    if (asOf - latest.year() <= eligibility.seenWithinYears()) {
      return gate("alive", Verdict.PASS, values);
    }
    return new Gate("alive", Verdict.UNKNOWN, phrases.say("gate.alive.old" + whose, values));
  }

  /// An operator is not a seller but a peer, and so is an adviser, unless the need says that it
  /// buys advice.
  private Gate seller(Traits.OfFirm firm, MatchQuery ask) {
    Firm.Role role = firm.role();
    if (role == null) {
      return gate("seller", Verdict.UNKNOWN, Map.of());
    }
    return switch (role) {
      case VENDOR, DEVELOPER -> gate("seller", Verdict.PASS, Map.of());
      case OPERATOR -> gate("seller", Verdict.FAIL, Map.of());
      case ADVISER -> gate("seller", buysAdvice(ask) ? Verdict.PASS : Verdict.FAIL, Map.of());
    };
  }

  private static boolean buysAdvice(MatchQuery ask) {
    Need stated = ask.stated();
    return stated != null && stated.purchase().buys().contains(Need.Good.DESIGN);
  }

  private Gate market(Traits.Organisation organisation, NeedCandidatePair pairing) {
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
