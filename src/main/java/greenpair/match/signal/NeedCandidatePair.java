package greenpair.match.signal;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Traits;
import greenpair.match.settings.CaseSettings;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Side;
import org.jspecify.annotations.Nullable;

/// A candidate and a need: the input of signals and gates.
///
/// @param cases the candidate's deployments weighed for this need, strongest first
/// @param work their locations relative to the city
/// @param preferences what the candidate has stated that it wants, compared with the need; null if
///     nothing is stated or can be compared
public record NeedCandidatePair(
    MatchQuery query,
    Candidate candidate,
    List<WeighedCase> cases,
    PastWork work,
    @Nullable PreferenceFit preferences,
    Rules rules) {
  /// Weighs the candidate's deployments.
  public static NeedCandidatePair of(MatchQuery query, Candidate candidate, Rules rules) {
    return of(query, candidate, WeighedCase.weigh(candidate, query, rules), rules);
  }

  /// With deployments that are weighed already, strongest first.
  public static NeedCandidatePair of(
      MatchQuery query, Candidate candidate, List<WeighedCase> cases, Rules rules) {
    PastWork work = PastWork.of(query, candidate.traits(), cases, rules.ranking());
    PreferenceFit preferences = PreferenceFit.of(query, candidate.traits(), rules);
    return new NeedCandidatePair(query, candidate, cases, work, preferences, rules);
  }

  /// The kind of the candidate.
  public Kind kind() {
    return switch (candidate.traits()) {
      case Traits.OfFirm _ -> Kind.FIRM;
      case Traits.OfFinancier _ -> Kind.FINANCIER;
      case Traits.OfSolution _ -> Kind.SOLUTION;
      case Traits.OfExpert _ -> Kind.EXPERT;
      case Traits.Other _ -> throw new IllegalStateException(candidate.id() + " is not ranked");
    };
  }

  /// Weights of the signals of a side, summing to [#share()]: the score has the same share. If the
  /// candidate has stated what it wants, this has a share of its side, and the other signals share
  /// the rest.
  public Map<String, Double> weights(Side side) {
    Map<String, Double> facts = rules.ranking().weights(kind(), side, query);
    Map<String, Double> all =
        preferences == null || side == Side.CITY ? facts : besidePreferences(facts);
    double share = share();
    if (share == 1) {
      return all;
    }
    Map<String, Double> less = new HashMap<>(all);
    less.replaceAll((_, weight) -> weight * share);
    return less;
  }

  private Map<String, Double> besidePreferences(Map<String, Double> facts) {
    double weight = rules.ranking().preferenceWeight();
    Map<String, Double> all = new LinkedHashMap<>(facts);
    all.replaceAll((name, share) -> share * (1 - weight));
    all.put(PreferenceFit.NAME, weight);
    return all;
  }

  /// The share of the score that is left, in (0, 1]. Less than 1 if for a need of the catalog a
  /// firm has no proof with a good result, or a financier no case in the field, an uncertain status
  /// or only other instruments.
  public double share() {
    if (query.need() == null) {
      return 1;
    }
    CaseSettings settings = rules.ranking().cases();
    return switch (candidate.traits()) {
      case Traits.OfFirm _ ->
          cases.stream().anyMatch(each -> each.part().wentWell() && each.isProof(rules.ranking()))
              ? 1
              : settings.unknownShare();
      case Traits.OfFinancier financier ->
          (financier.organisation().status() == Partner.Status.UNCERTAIN
                  ? settings.unknownShare()
                  : 1)
              * (cases.stream().anyMatch(NeedCandidatePair::isInField) ? 1 : settings.newField())
              * (offersOther(financier) ? settings.otherInstrument() : 1);
      default -> 1;
    };
  }

  /// Whether it offers instruments, and none that the need asks for.
  private boolean offersOther(Traits.OfFinancier financier) {
    return !query.instruments().isEmpty()
        && !financier.instruments().isEmpty()
        && query.instruments().stream().noneMatch(financier.instruments()::contains);
  }

  private static boolean isInField(WeighedCase done) {
    return done.weight() > 0 && !done.background().contains(Background.OTHER_TECHNOLOGY);
  }

  /// The best relation of any of the candidate's codes to any wanted one, in [0, 1]; 0 when either
  /// has none.
  public double closest() {
    double closest = 0;
    for (Code wanted : query.technologies()) {
      closest = Math.max(closest, fit(wanted, candidate.traits().technologies()));
    }
    return closest;
  }

  /// How well the offered codes match one wanted code, in [0, 1].
  public double fit(Code wanted, List<Code> offered) {
    return fit(wanted, offered, rules);
  }

  static double fit(Code wanted, List<Code> offered, Rules rules) {
    double best = 0;
    for (Code code : offered) {
      Taxonomy.Relation relation = rules.taxonomy().relate(wanted, code);
      best = Math.max(best, rules.ranking().relation(relation));
    }
    return best;
  }
}
