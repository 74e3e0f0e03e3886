package greenpair.match.signal;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Attributes.Size;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.settings.CaseSettings;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import org.jspecify.annotations.Nullable;

/// A deployment and its weight as evidence for a need.
///
/// weight = grade x fit x age x likeness x size x outcome, each in [0, 1], adjusted by the
/// candidate's own part ([OwnPart]):
///
/// - grade: that of the configuration; D is 0, a plan proves nothing;
/// - fit: relation of the deployment's technology to the wanted one in the tree (of a firm, of
///   the technologies of its own part), times the weight
///   of the wanted one's position in the need ([MatchQuery#weight]); of several wanted ones, that
///   with the most fit x likeness;
/// - age: o + (1 - o) 2^(-years / h) with half-life h and oldest share o;
/// - likeness: [CitySimilarity] of its city to the asking one, for that technology;
/// - size: that of the case compared with that of the need
/// ([SizeSettings][greenpair.match.settings.SizeSettings]);
/// - outcome: 0 for what failed, is still to be done or was given up, less for closed, 1 else;
///   times the share of an unverified case.
///
/// A case that burns what the need excludes proves nothing for it, nor does one whose checked
/// sources are all sources of the need.
///
/// One more wanted technology at the end of a need lowers neither fit nor weight of any case.
///
/// @param similarity likeness of the cities, in [0, 1]; 0 where the technology does not fit
/// @param fit the best relation of its technology to any wanted one, in [0, 1], whatever the
///     position and the cities
/// @param weight in [0, 1]
/// @param against what it is worth against the candidate because it went wrong, in [0, 1]: the same
///     product with the outcome 1, of what failed, was refused, withdrawn or expired and did not go
///     well for the candidate, or went badly for it; 0 of all else
/// @param part of the candidate in it
/// @param size its size divided by that of the need; null if they cannot be compared
/// @param background why it does not carry a recommendation; empty if it does
public record WeighedCase(
    Precedent precedent,
    double similarity,
    double fit,
    double weight,
    double against,
    OwnPart part,
    @Nullable Double size,
    Set<Background> background) {
  /// Strongest first, ties by id.
  public static final Comparator<WeighedCase> ORDER = WeighedCase::compare;

  private static int compare(WeighedCase a, WeighedCase b) {
    int stronger = Double.compare(b.weight, a.weight);
    return stronger != 0 ? stronger : a.precedent.deployment().compareTo(b.precedent.deployment());
  }

  static List<WeighedCase> weigh(Candidate candidate, MatchQuery query, Rules rules) {
    List<WeighedCase> cases = new ArrayList<>(candidate.precedents().size());
    Wanted wanted = Wanted.of(query, rules);
    for (Precedent precedent : candidate.precedents()) {
      boolean hidden = query.hideOwnCases() && precedent.city().id().equals(query.city().id());
      if (!hidden) {
        OwnPart part = OwnPart.of(precedent, candidate, wanted.roles());
        List<Code> own = precedent.technologies(candidate.id());
        List<Size> sizes = precedent.sizes(candidate.id());
        cases.add(of(precedent, own, sizes, part, wanted, query, rules));
      }
    }
    cases.sort(ORDER);
    return List.copyOf(cases);
  }

  public static WeighedCase of(Precedent precedent, MatchQuery query, Rules rules) {
    Wanted wanted = Wanted.of(query, rules);
    return of(precedent, precedent.technologies(), List.of(), OwnPart.NONE, wanted, query, rules);
  }

  /// What all cases of a candidate are compared with, looked up once.
  ///
  /// @param roles that can deliver the need; empty if any can
  private record Wanted(
      List<WantedCode> codes, Set<Deployment.Role> roles, @Nullable Size quantity) {
    static Wanted of(MatchQuery query, Rules rules) {
      return new Wanted(
          WantedCode.of(query, rules), rules.ranking().roles(query), query.quantity());
    }
  }

  /// A wanted technology with data that all cases of a candidate need, looked up once.
  private record WantedCode(Code code, double weight, Map<Code, Taxonomy.Relation> relatives) {
    static List<WantedCode> of(MatchQuery query, Rules rules) {
      List<WantedCode> all = new ArrayList<>(query.technologies().size());
      for (int i = 0; i < query.technologies().size(); i++) {
        Code code = query.technologies().get(i);
        all.add(new WantedCode(code, query.weight(i), rules.taxonomy().relatives(code)));
      }
      return all;
    }

    double fit(List<Code> offered, RankingSettings ranking) {
      double best = 0;
      for (Code each : offered) {
        if (each.equals(code)) {
          best = Math.max(best, ranking.relation(Taxonomy.Relation.SAME));
        } else {
          Taxonomy.Relation relation = relatives.get(each);
          best = relation == null ? best : Math.max(best, ranking.relation(relation));
        }
      }
      return best;
    }
  }

  /// A checked case of grade B for the first wanted technology, finished this year in another city
  /// of the country.
  ///
  /// @param likeness of that city, in [0, 1]
  public static WeighedCase likely(MatchQuery query, double likeness, Rules rules) {
    CityTraits city =
        new CityTraits(
            new EntryId("a-city-of-this-country"),
            query.city().country(),
            null,
            null,
            query.city().population(),
            null,
            null,
            null,
            null,
            List.of());
    Precedent precedent =
        new Precedent(
            new EntryId("one-more-case"),
            city,
            List.of(query.technologies().getFirst()),
            Grade.B,
            Deployment.Status.OPERATING,
            query.asOf(),
            query.asOf(),
            true,
            true,
            Attributes.NONE,
            List.of(),
            Set.of(),
            null,
            false,
            List.of(),
            null);
    double weight = rules.ranking().grade(Grade.B) * query.weight(0) * likeness;
    return new WeighedCase(precedent, likeness, 1, weight, 0, OwnPart.NONE, null, Set.of());
  }

  private static WeighedCase of(
      Precedent precedent,
      List<Code> technologies,
      List<Size> sizes,
      OwnPart part,
      Wanted need,
      MatchQuery query,
      Rules rules) {
    RankingSettings ranking = rules.ranking();
    List<Code> foremost = technologies.subList(0, Math.min(1, technologies.size()));
    double closest = 0;
    double first = 0;
    double main = 0;
    double most = 0;
    double similarity = 0;
    for (WantedCode wanted : need.codes()) {
      double fit = wanted.fit(technologies, ranking);
      closest = Math.max(closest, fit);
      first = wanted.equals(need.codes().getFirst()) ? fit : first;
      main = Math.max(main, wanted.fit(foremost, ranking));
      double ordered = wanted.weight * fit;
      if (ordered > most) {
        double likeness =
            CitySimilarity.of(query.city(), precedent.city(), wanted.code, rules.similarity());
        if (ordered * likeness > most) {
          most = ordered * likeness;
          similarity = likeness;
        }
      }
    }
    OptionalDouble compared = ranking.sizes().ratio(sizes, need.quantity());
    Double ratio = compared.isPresent() ? (Double) compared.getAsDouble() : null;
    double size =
        need.quantity() == null || part.duty() == OwnPart.Duty.NONE
            ? 1
            : ratio == null ? ranking.sizes().unknown() : ranking.sizes().share(ratio);
    double said =
        ranking.grade(precedent.grade()) * most * age(precedent, query.asOf(), ranking.cases());
    boolean isRoleAsked = query.need() != null && !need.roles().isEmpty();
    double weight =
        provesNothing(precedent, query)
            ? 0
            : part.apply(
                said * size * outcome(precedent, ranking.cases()), isRoleAsked, ranking.cases());
    boolean wentWrong = part.wentWrong() || (precedent.failed() && !part.wentWell());
    double against = wentWrong ? said * trust(precedent, ranking.cases()) : 0;
    // Who delivers nothing himself is shown by projects of which the technology is the first.
    double asked = part.duty() == OwnPart.Duty.NONE ? main : first;
    return new WeighedCase(
        precedent,
        similarity,
        closest,
        weight,
        against,
        part,
        ratio,
        Background.of(precedent, sizes, similarity, asked, ratio, part, isRoleAsked, query, rules));
  }

  /// Whether a checked deployment shows that the candidate did such a thing, in whatever role.
  public boolean isDone(RankingSettings ranking) {
    return weight >= ranking.minimumProof()
        && fit >= ranking.minimumProofFit()
        && precedent.verified();
  }

  /// Whether it alone can carry a recommendation.
  public boolean isProof(RankingSettings ranking) {
    return background.isEmpty() && isDone(ranking);
  }

  /// Whether it burns an excluded fuel, or its only source is the page that states the need.
  private static boolean provesNothing(Precedent precedent, MatchQuery query) {
    return precedent.uses().stream().anyMatch(query.excludes()::contains)
        || (!precedent.sources().isEmpty() && query.sources().containsAll(precedent.sources()));
  }

  private static double trust(Precedent precedent, CaseSettings cases) {
    return precedent.verified() ? 1 : cases.unverified();
  }

  private static double age(Precedent precedent, int asOf, CaseSettings cases) {
    Integer year = precedent.year();
    if (year == null) {
      return cases.unknownYear();
    }
    double oldest = cases.oldestShare();
    return oldest + (1 - oldest) * cases.fading().after(Math.max(0, asOf - year));
  }

  private static double outcome(Precedent precedent, CaseSettings cases) {
    Deployment.Status status = precedent.status();
    double share =
        status == null
            ? 1
            : switch (status) {
              case OPERATING -> 1;
              case CLOSED -> cases.closed();
              case FAILED, PLANNED, BUILDING, APPROVED, REFUSED, WITHDRAWN, EXPIRED -> 0;
            };
    return share * trust(precedent, cases);
  }
}
