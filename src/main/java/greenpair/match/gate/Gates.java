package greenpair.match.gate;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Language;
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
import greenpair.match.signal.MarketFit;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.SharedLanguage;
import greenpair.match.signal.TicketFit;
import greenpair.message.Phrases;

/// The gates of each kind.
public final class Gates {
  private final EligibilitySettings eligibility;
  private final Phrases phrases;
  private final ExpertGates experts;

  /// Sentences by their key and date, of which a catalog has few.
  private final Map<Map.Entry<String, String>, Text> dated = new ConcurrentHashMap<>();

  public Gates(EligibilitySettings eligibility, Phrases phrases) {
    this.eligibility = eligibility;
    this.phrases = phrases;
    this.experts = new ExpertGates(phrases);
  }

  public List<Gate> of(NeedCandidatePair pair) {
    return switch (pair.candidate().traits()) {
      case Traits.OfFirm firm -> firm(firm, pair);
      case Traits.OfFinancier financier -> financier(financier, pair);
      case Traits.OfExpert expert -> expert(expert, pair);
      case Traits.OfSolution _, Traits.Other _ -> List.of();
    };
  }

  private List<Gate> firm(Traits.OfFirm firm, NeedCandidatePair pair) {
    List<Gate> gates = new ArrayList<>();
    gates.add(alive(firm.organisation(), pair));
    gates.add(seller(firm, pair.query()));
    gates.add(market(firm.organisation(), pair));
    for (ProcurementRules.Applied each :
        eligibility.procurement().of(firm.organisation().country(), pair.query())) {
      gates.add(
          new Gate(
              Gate.Name.PROCUREMENT, each.verdict(), each.rule().says(), each.rule().source()));
    }
    return gates;
  }

  private List<Gate> financier(Traits.OfFinancier financier, NeedCandidatePair pair) {
    MatchQuery query = pair.query();
    List<Gate> gates = new ArrayList<>();
    gates.add(alive(financier.organisation(), pair));
    gates.add(market(financier.organisation(), pair));
    borrower(financier, query)
        .ifPresent(verdict -> gates.add(gate(Gate.Name.BORROWER, verdict, Map.of())));
    for (String network : financier.memberships()) {
      boolean member = query.city().memberships().contains(network);
      gates.add(
          gate(
              Gate.Name.MEMBERSHIP,
              member ? Verdict.PASS : Verdict.UNKNOWN,
              Map.of("network", new Text(network, network))));
    }
    if (!query.instruments().isEmpty() && !financier.instruments().isEmpty()) {
      boolean offers = query.instruments().stream().anyMatch(financier.instruments()::contains);
      gates.add(gate(Gate.Name.INSTRUMENT, offers ? Verdict.PASS : Verdict.UNKNOWN, Map.of()));
    }
    boolean hidden = TicketFit.isConfidential(query, financier);
    TicketFit.gap(query, financier)
        .map(gap -> hidden ? gate(Gate.Name.CONFIDENTIAL, Verdict.PASS, Map.of()) : ticket(gap))
        .ifPresent(gates::add);
    boolean isAsked = borrower(financier, query).filter(Verdict.PASS::equals).isPresent();
    if (!hidden
        && !query.budget().isKnown()
        && !isAsked
        && eligibility.isTooSmallForACity(financier.sizes())) {
      gates.add(new Gate(Gate.Name.TICKET, Verdict.UNKNOWN, phrases.say("gate.ticket.too_small")));
    }
    if (financier.type() != null) {
      stage(financier.type(), query).ifPresent(gates::add);
    }
    return gates;
  }

  /// A person is in no register of firms, so only a recorded status or market is checked.
  private List<Gate> expert(Traits.OfExpert expert, NeedCandidatePair pair) {
    List<Gate> gates = new ArrayList<>();
    gates.add(experts.conflict(expert, pair.query()));
    gates.add(experts.language(SharedLanguage.of(pair)));
    gates.add(experts.days(expert, pair.query()));
    if (expert.organisation().status() != null || expert.organisation().seen() != null) {
      gates.add(alive(expert.organisation(), pair));
    }
    if (expert.organisation().market() != null) {
      gates.add(market(expert.organisation(), pair));
    }
    return gates;
  }

  private Optional<Verdict> borrower(Traits.OfFinancier financier, MatchQuery query) {
    if (eligibility.investsInCompaniesOnly(financier.type())) {
      return Optional.of(Verdict.FAIL);
    }
    return financier.borrowers().isEmpty()
        ? Optional.empty()
        : Optional.of(eligibility.mayApply(financier.borrowers(), query));
  }

  /// If the stage of a need is unknown, only financiers that do not pay for construction are
  /// reported.
  private Optional<Gate> stage(Code type, MatchQuery query) {
    if (query.stage() != null) {
      return Optional.of(
          gate(Gate.Name.STAGE, eligibility.servesStage(type, query.stage()), Map.of()));
    }
    return eligibility.isForPreparationOnly(type)
        ? Optional.of(
            new Gate(Gate.Name.STAGE, Verdict.UNKNOWN, phrases.say("gate.stage.preparation")))
        : Optional.empty();
  }

  /// A deal slightly outside the range may be negotiable; one outside by a factor of ten is not.
  private Gate ticket(double gap) {
    Verdict verdict = gap == 1 ? Verdict.PASS : gap < 10 ? Verdict.UNKNOWN : Verdict.FAIL;
    return gate(Gate.Name.TICKET, verdict, Map.of());
  }

  /// Passes only with a dated source that is recent enough; otherwise it is unknown, and it says
  /// from when the latest source is, be it on the organisation or on one of its cases.
  private Gate alive(Traits.Organisation organisation, NeedCandidatePair pair) {
    Partner.Status status = organisation.status();
    if (status != null && status.isGone()) {
      String key = organisation.statusVerified() ? "gate.alive.fail" : "gate.alive.fail_unverified";
      return new Gate(Gate.Name.ALIVE, Verdict.FAIL, phrases.say(key));
    }
    if (status == Partner.Status.ACQUIRED) {
      return new Gate(Gate.Name.ALIVE, Verdict.UNKNOWN, phrases.say("gate.alive.acquired"));
    }
    if (status == Partner.Status.UNCERTAIN) {
      return gate(Gate.Name.ALIVE, Verdict.UNKNOWN, Map.of());
    }
    PartialDate seen = organisation.seen();
    int asOf = pair.query().asOf();
    int own = seen == null ? 0 : seen.year();
    Optional<Precedent> newer =
        lastProof(pair.candidate().precedents(), asOf).filter(each -> year(each) > own);
    PartialDate latest = newer.map(each -> PartialDate.of(String.valueOf(year(each)))).orElse(seen);
    if (latest == null) {
      return new Gate(Gate.Name.ALIVE, Verdict.UNKNOWN, phrases.say("gate.alive.unseen"));
    }
    EntryId deployment = newer.map(Precedent::deployment).orElse(null);
    if (asOf - latest.year() <= eligibility.seenWithinYears()) {
      Text because = dated("gate.alive.pass", "date", latest.text());
      return new Gate(Gate.Name.ALIVE, Verdict.PASS, because, deployment, null);
    }
    Text because = dated("gate.alive.old", "year", Phrases.same(latest.year()));
    return new Gate(Gate.Name.ALIVE, Verdict.UNKNOWN, because, deployment, null);
  }

  private Text dated(String key, String name, Text date) {
    return dated.computeIfAbsent(
        Map.entry(key, date.best(Language.EN)), _ -> phrases.say(key, Map.of(name, date)));
  }

  /// The newest completed case that was checked: a plan does not show that a firm still works.
  private static Optional<Precedent> lastProof(List<Precedent> cases, int asOf) {
    return cases.stream()
        .filter(each -> each.proves() && each.verified() && each.year() != null)
        .filter(each -> year(each) <= asOf)
        .max(Comparator.comparingInt(Gates::year).thenComparing(Precedent::deployment));
  }

  /// An article of 2020 on a project that was to end in 2024 shows the firm in 2020.
  private static int year(Precedent precedent) {
    int year = Objects.requireNonNullElse(precedent.year(), 0);
    return Math.min(year, Objects.requireNonNullElse(precedent.published(), year));
  }

  /// An operator is not a seller but a peer, and so is an adviser, unless the need says that it
  /// buys advice.
  private Gate seller(Traits.OfFirm firm, MatchQuery query) {
    Firm.Role role = firm.role();
    if (role == null) {
      return gate(Gate.Name.SELLER, Verdict.UNKNOWN, Map.of());
    }
    return switch (role) {
      case VENDOR, DEVELOPER -> gate(Gate.Name.SELLER, Verdict.PASS, Map.of());
      case OPERATOR -> gate(Gate.Name.SELLER, Verdict.FAIL, Map.of());
      case ADVISER ->
          gate(Gate.Name.SELLER, buysAdvice(query) ? Verdict.PASS : Verdict.FAIL, Map.of());
    };
  }

  private static boolean buysAdvice(MatchQuery query) {
    Need stated = query.stated();
    return stated != null && stated.purchase().buys().contains(Need.Good.DESIGN);
  }

  private Gate market(Traits.Organisation organisation, NeedCandidatePair pair) {
    Verdict verdict =
        organisation.market() == null
            ? Verdict.UNKNOWN
            : eligibility.covers(organisation.market(), pair.query().city());
    return verdict == Verdict.UNKNOWN && MarketFit.hasWorked(pair)
        ? new Gate(Gate.Name.MARKET, verdict, phrases.say("gate.market.worked"))
        : gate(Gate.Name.MARKET, verdict, Map.of());
  }

  private Gate gate(Gate.Name name, Verdict verdict, Map<String, Text> values) {
    String key = "gate." + name.word() + "." + verdict.word();
    return new Gate(name, verdict, phrases.say(key, values));
  }
}
