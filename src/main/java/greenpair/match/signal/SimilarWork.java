package greenpair.match.signal;

import module java.base;

import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.SimilarWorkSettings;

/// `similar_work`: how much of the firm's recent work is similar to this need in properties other
/// than technology, in [0, 1): for the same owner or kind of client, of the same project type,
/// feedstock, building, route, delivery, funding or size.
///
/// p + (1 - p) n / (n + h), where n sums over its cases recency ([PastWork]) x how much each counts
/// beside one that agrees with the need in all that is known of it
/// ([SimilarWorkSettings#alike(Attributes, Attributes)]). A case never lowers the value. h is
/// `similar_work.half_cases`; p is the prior.
/// Unknown when nothing is known of the need, or if the cases have none of the known attributes.
public final class SimilarWork implements Signal {
  static final String NAME = SimilarWorkSettings.ANYWHERE;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    double prior = pair.rules().ranking().prior(NAME);
    double halfCases = pair.rules().ranking().similar().halfCases();
    return reading(amount(pair, each -> 1), prior, halfCases);
  }

  static SignalValue reading(OptionalDouble amount, double prior, double halfCases) {
    if (amount.isEmpty()) {
      return SignalValue.unraised(prior);
    }
    double sum = amount.getAsDouble();
    return SignalValue.adding(prior, sum / (sum + halfCases));
  }

  /// The sum over a firm's cases of recency x similarity x what their place counts; empty if
  /// nothing can be compared.
  ///
  /// @param place what a case counts by its place, from 0
  static OptionalDouble amount(NeedCandidatePair pair, ToDoubleFunction<CityTraits> place) {
    RankingSettings ranking = pair.rules().ranking();
    SimilarWorkSettings similar = ranking.similar();
    Attributes wanted = pair.query().attributes();
    double sum = 0;
    boolean isKnown = false;
    for (WeighedCase each : pair.cases()) {
      Precedent precedent = each.precedent();
      double share = each.fit() > 0 ? ranking.places().share(precedent) : 0;
      if (share > 0 && isComparable(wanted, precedent.attributes())) {
        isKnown = true;
        double recency = PastWork.recency(precedent, pair.query().asOf(), ranking);
        double alike = similar.alike(wanted, precedent.attributes());
        sum += share * recency * alike * place.applyAsDouble(precedent.city());
      }
    }
    return isKnown ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private static boolean isComparable(Attributes wanted, Attributes done) {
    for (Attribute each : wanted.values().keySet()) {
      if (!done.of(each).isEmpty()) {
        return true;
      }
    }
    return wanted.size() != null && done.size() != null;
  }
}
