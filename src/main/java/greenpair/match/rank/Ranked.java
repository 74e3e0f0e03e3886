package greenpair.match.rank;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment.Role;
import greenpair.catalog.Deployment.Status;
import greenpair.catalog.Deployment.Success;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.match.gate.Gate;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.Background;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.Signals;
import greenpair.match.signal.WeighedCase;
import org.jspecify.annotations.Nullable;

/// A candidate with its score and gates for one need.
///
/// @param isKin whether another firm of its group already works in the city on this need
public record Ranked(
    NeedCandidatePair pair, Explanation explanation, List<Gate> gates, boolean isKin) {
  public Ranked {
    gates = List.copyOf(gates);
  }

  public EntryId id() {
    return candidate().id();
  }

  public Candidate candidate() {
    return pair.candidate();
  }

  public Kind kind() {
    return pair.kind();
  }

  public double score() {
    return explanation.value();
  }

  /// The group of companies of a firm; null if it has none.
  @Nullable String group() {
    return candidate().traits() instanceof Traits.OfFirm firm ? firm.group() : null;
  }

  /// Whether no gate fails.
  public boolean passes() {
    return gates.stream().noneMatch(each -> each.verdict() == Verdict.FAIL);
  }

  public boolean fails(Gate.Name name) {
    return hasVerdict(name, Verdict.FAIL);
  }

  /// Whether that gate is open.
  public boolean isUnsure(Gate.Name name) {
    return hasVerdict(name, Verdict.UNKNOWN);
  }

  private boolean hasVerdict(Gate.Name name, Verdict verdict) {
    return gates.stream().anyMatch(each -> each.gate() == name && each.verdict() == verdict);
  }

  /// The value of a signal, 0 if it is no part of the score.
  public double signal(String name) {
    return explanation.parts().stream()
        .filter(part -> part.signal().equals(name))
        .mapToDouble(Explanation.Part::value)
        .findFirst()
        .orElse(0);
  }

  /// Share of the facts used by ranking that are known and checked, in [0, 1], to three places: the
  /// mean over the sides of the weights for this need of the signals that are known. A signal that
  /// rests on unchecked facts alone counts as unknown.
  ///
  /// @param unchecked fields of the entry that were not checked
  public double coverage(Set<String> unchecked) {
    double known = 0;
    double all = 0;
    for (Explanation.Part part : explanation.parts()) {
      double weight = pair.weights(part.side()).getOrDefault(part.signal(), 0.0);
      all += weight;
      known += part.known() && isChecked(part.signal(), unchecked) ? weight : 0;
    }
    return all == 0 ? 0 : Math.round(1000 * known / all) / 1000.0;
  }

  private boolean isChecked(String signal, Set<String> unchecked) {
    return switch (Signals.basis(signal)) {
      case Signals.Basis.Field(String key, boolean isOfEntry) ->
          !unchecked.contains(key) && (!isOfEntry || candidate().traits().verified());
      case Signals.Basis.Cases() ->
          pair.cases().isEmpty()
              || pair.cases().stream().anyMatch(each -> each.precedent().verified());
      case Signals.Basis.Words() -> true;
    };
  }

  /// Whether it, or another firm of its group, has done in this city what the need asks for, or has
  /// the contract for it, so that the city knows it.
  public boolean isIncumbent() {
    return isKin || here().findAny().isPresent();
  }

  /// Whether the firm itself may be named as at work in this city for the need. Who built first of
  /// all something else there, or long ago, is no newcomer, but not at work.
  public boolean isAtWork() {
    return here().anyMatch(each -> isLet(each.precedent()) || (isCurrent(each) && isOfNeed(each)));
  }

  private Stream<WeighedCase> here() {
    double fit = pair.rules().ranking().minimumProofFit();
    return pair.cases().stream()
        .filter(
            each ->
                isLet(each.precedent())
                    || (each.fit() >= fit
                        && isAtWork(each.precedent())
                        && each.precedent().city().id().equals(pair.query().city().id())));
  }

  private boolean isLet(Precedent precedent) {
    return Stream.ofNullable(pair.query().stated())
        .flatMap(need -> Stream.ofNullable(need.standing()))
        .anyMatch(standing -> standing.by().contains(precedent.deployment()));
  }

  /// What was begun years ago and was not read to be finished is not under way either.
  private boolean isCurrent(WeighedCase here) {
    Integer year = here.precedent().year();
    int least = pair.query().asOf() - pair.rules().eligibility().seenWithinYears();
    return Collections.disjoint(here.background(), Set.of(Background.OLD, Background.OTHER_KIND))
        && (here.precedent().proves() || year == null || year >= least);
  }

  private boolean isOfNeed(WeighedCase here) {
    List<Code> first = here.precedent().technologies().stream().limit(1).toList();
    return pair.query().technologies().stream()
        .anyMatch(each -> pair.fit(each, first) >= pair.rules().ranking().minimumProofFit());
  }

  /// Whether such work was done, or is let.
  private static boolean isAtWork(Precedent precedent) {
    return precedent.proves()
        || precedent.status() == Status.BUILDING
        || precedent.status() == Status.APPROVED;
  }

  /// The technologies of the need that it offers, or that it does not.
  public List<Code> wanted(boolean isOffered) {
    double least = pair.rules().ranking().minimumFit();
    List<Code> offered = candidate().traits().technologies();
    return pair.query().technologies().stream()
        .filter(each -> (pair.fit(each, offered) >= least) == isOffered)
        .toList();
  }

  /// The technologies of the need of which there is no record: it does not offer them, and was not
  /// the contractor of the case that carries its recommendation with them.
  public List<Code> unrecorded() {
    List<Code> built =
        headline()
            .map(WeighedCase::precedent)
            .filter(each -> each.parts().stream().anyMatch(this::isContractor))
            .map(Precedent::technologies)
            .orElse(List.of());
    return wanted(/* isOffered= */ false).stream()
        .filter(each -> pair.fit(each, built) < pair.rules().ranking().minimumFit())
        .toList();
  }

  private boolean isContractor(Precedent.Part part) {
    return part.firm().equals(id()) && part.role() == Role.CONTRACTOR;
  }

  /// Whether a case that counts is of this technology.
  public boolean hasDone(Code wanted) {
    double fit = pair.rules().ranking().minimumProofFit();
    return pair.cases().stream()
        .filter(each -> each.weight() > 0)
        .anyMatch(each -> pair.fit(wanted, each.precedent().technologies(id())) >= fit);
  }

  /// The case that carries its recommendation: the strongest one that is no background, or else the
  /// strongest one; empty if none counts.
  public Optional<WeighedCase> headline() {
    return cases().findFirst();
  }

  /// The cases that count: those that can carry a recommendation and went well for the candidate,
  /// then others that can carry one, first those of similar cities, then the rest, those of other
  /// technologies last and of merely related ones behind these, each by weight.
  public Stream<WeighedCase> cases() {
    RankingSettings ranking = pair.rules().ranking();
    return pair.cases().stream()
        .filter(each -> each.weight() > 0)
        .sorted(
            Comparator.comparing(this::isByProduct)
                .thenComparing(each -> !each.isProof(ranking))
                .thenComparing(each -> each.background().contains(Background.OTHER_TECHNOLOGY))
                .thenComparing(each -> each.fit() < ranking.minimumProofFit())
                .thenComparing(each -> each.isProof(ranking) && !each.part().wentWell())
                .thenComparing(
                    each ->
                        each.isProof(ranking) && !ranking.headline().isAlike(each.similarity())));
  }

  /// Whether the first technology of a case is none of those of the solution that it shows.
  private boolean isByProduct(WeighedCase shown) {
    return kind() == Kind.SOLUTION
        && shown.precedent().technologies().stream()
            .limit(1)
            .noneMatch(candidate().traits().technologies()::contains);
  }

  /// The case that speaks most against it, if any: one that went badly for it, else one that went
  /// partly well. What others failed in, and what was only planned, does not.
  public Optional<WeighedCase> worst() {
    return pair.cases().stream()
        .filter(each -> each.precedent().grade() != Grade.D)
        .filter(each -> each.part().wentWrong() || each.part().result() == Success.MIXED)
        .max(
            Comparator.comparingDouble(WeighedCase::against)
                .thenComparing(Comparator.comparingDouble(WeighedCase::weight)));
  }

  /// Whether a checked deployment, in which the candidate had a part that can deliver the need,
  /// shows that it can do what the need asks first, is no mere background, and went well, and it
  /// offers enough of the rest.
  public boolean isProven() {
    RankingSettings ranking = pair.rules().ranking();
    return offersFirst()
        && offersEnough()
        && pair.cases().stream()
            .filter(each -> each.isProof(ranking))
            .filter(each -> pair.query().need() == null || each.precedent().year() != null)
            .map(WeighedCase::part)
            .anyMatch(each -> each.wentWell() || (each.result() == null && isTrusted()));
  }

  /// Whether a case of which no result is known proves it: it offers all that a need of the catalog
  /// asks, and no such case went badly for it.
  private boolean isTrusted() {
    return (pair.query().need() == null || wanted(/* isOffered= */ false).isEmpty())
        && badCases() == 0;
  }

  /// How many cases that count against it went badly for the candidate itself.
  public long badCases() {
    return pair.cases().stream()
        .filter(each -> each.against() > 0 && each.part().wentWrong())
        .count();
  }

  /// Whether it offers what a need of the catalog asks first; the codes of other needs have no
  /// order.
  public boolean offersFirst() {
    List<Code> wanted = pair.query().technologies();
    return pair.query().need() == null
        || wanted.isEmpty()
        || wanted(/* isOffered= */ true).contains(wanted.getFirst());
  }

  /// Whether checked deployments show that it did such a thing, in whatever role.
  public boolean tookPart() {
    return pair.cases().stream().anyMatch(each -> each.isDone(pair.rules().ranking()));
  }

  /// Whether it offers `minimum_covered` of what a need of the catalog asks, or all in the field of
  /// its first technology: solar power, trees and food waste are not bought from one firm.
  private boolean offersEnough() {
    List<Code> asked = pair.query().technologies();
    List<Code> missing = wanted(/* isOffered= */ false);
    return pair.query().need() == null
        || asked.size() - missing.size() >= asked.size() * pair.rules().ranking().minimumCovered()
        || missing.stream().noneMatch(each -> each.root().equals(asked.getFirst().root()));
  }

  /// Whether it took part in such projects, but only in roles that cannot deliver the need.
  public boolean onlyTookPart() {
    RankingSettings ranking = pair.rules().ranking();
    List<WeighedCase> done = pair.cases().stream().filter(each -> each.isDone(ranking)).toList();
    return !done.isEmpty()
        && done.stream().allMatch(each -> each.background().contains(Background.OTHER_ROLE));
  }
}
