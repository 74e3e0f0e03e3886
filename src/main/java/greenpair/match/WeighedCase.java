package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.index.Candidate;
import greenpair.index.Precedent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A deployment and what it is worth as proof for a need.
///
/// weight = grade x fit x age x likeness x outcome, each in [0, 1]:
///
/// - grade: that of the configuration; D is 0, a plan proves nothing;
/// - fit: how the deployment's technology stands to the wanted one in the tree, times the weight of
///   the wanted one's position in the need ([Ask#weight]); of several wanted ones, that with the
///   most fit x likeness;
/// - age: o + (1 - o) 2^(-years / h) with half-life h and oldest share o;
/// - likeness: [CitySimilarity] of its city to the asking one, for that technology;
/// - outcome: 0 for failed, planned and being built, less for closed, 1 else; times the share of
///   an unverified case.
///
/// One more wanted technology at the end of a need lowers neither fit nor weight of any case.
///
/// @param similarity likeness of the cities, in [0, 1]; 0 where the technology does not fit
/// @param fit the best relation of its technology to any wanted one, in [0, 1], whatever the
///     position and the cities
/// @param weight in [0, 1]
public record WeighedCase(Precedent precedent, double similarity, double fit, double weight) {
  /// Strongest first, ties by id.
  static final Comparator<WeighedCase> ORDER = WeighedCase::compare;

  private static int compare(WeighedCase a, WeighedCase b) {
    int stronger = Double.compare(b.weight, a.weight);
    return stronger != 0 ? stronger : a.precedent.deployment().compareTo(b.precedent.deployment());
  }

  static List<WeighedCase> weigh(Candidate candidate, Ask ask, Rules rules) {
    List<WeighedCase> cases = new ArrayList<>(candidate.precedents().size());
    for (Precedent precedent : candidate.precedents()) {
      boolean hidden = ask.hideOwnCases() && precedent.city().id().equals(ask.city().id());
      if (!hidden) {
        cases.add(of(precedent, ask, rules));
      }
    }
    cases.sort(ORDER);
    return List.copyOf(cases);
  }

  static WeighedCase of(Precedent precedent, Ask ask, Rules rules) {
    double closest = 0;
    double most = 0;
    double similarity = 0;
    for (int i = 0; i < ask.technologies().size(); i++) {
      Code wanted = ask.technologies().get(i);
      double fit = Pairing.fit(wanted, precedent.technologies(), rules);
      closest = Math.max(closest, fit);
      double ordered = ask.weight(i) * fit;
      if (ordered > most) {
        double likeness =
            CitySimilarity.of(ask.city(), precedent.city(), wanted, rules.similarity());
        if (ordered * likeness > most) {
          most = ordered * likeness;
          similarity = likeness;
        }
      }
    }
    RankingSettings ranking = rules.ranking();
    double weight =
        ranking.grade(precedent.grade())
            * most
            * age(precedent, ask.asOf(), ranking.cases())
            * outcome(precedent, ranking.cases());
    return new WeighedCase(precedent, similarity, closest, weight);
  }

  private static double age(Precedent precedent, int asOf, RankingSettings.Cases cases) {
    Integer year = precedent.year();
    if (year == null) {
      return cases.unknownYear();
    }
    double years = Math.max(0, asOf - year);
    double oldest = cases.oldestShare();
    return oldest + (1 - oldest) * Math.pow(2, -years / cases.halfLife());
  }

  private static double outcome(Precedent precedent, RankingSettings.Cases cases) {
    Deployment.Status status = precedent.status();
    double share =
        status == null
            ? 1
            : switch (status) {
              case OPERATING -> 1;
              case CLOSED -> cases.closed();
              case FAILED, PLANNED, BUILDING -> 0;
            };
    return precedent.verified() ? share : share * cases.unverified();
  }
}
