package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Thresholds;
import greenpair.match.settings.RankingSettings;
import greenpair.match.signal.Background;
import greenpair.match.signal.WeighedCase;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Assigns each ranked entry to a list of the answer: recommended, already working in the city,
/// below the threshold, leads, peers or excluded.
record AnswerLists(
    Listed good, Listed incumbents, Listed below, Listed unproven, Listed peers, Listed excluded) {
  private static final Set<Background> FAR =
      Set.of(
          Background.WENT_WRONG,
          Background.CLOSED,
          Background.OLD,
          Background.UNLIKE,
          Background.OTHER_KIND,
          Background.OTHER_ROLE,
          Background.UNKNOWN_ROLE);

  /// What else may be said against a case of something that is not asked first.
  private static final Set<Background> BESIDE =
      Set.of(Background.OTHER_TECHNOLOGY, Background.UNMEASURED);

  /// One of the lists.
  ///
  /// @param entries each once, where it scores highest, best first
  /// @param byNeed the same for each need
  record Listed(List<Ranked> entries, List<List<Ranked>> byNeed) {
    private static Listed without(
        Set<EntryId> ids, List<List<Ranked>> rankings, Predicate<Ranked> isListed) {
      List<List<Ranked>> byNeed = where(rankings, isListed);
      return new Listed(
          CandidateFinder.merge(byNeed).stream().filter(each -> !ids.contains(each.id())).toList(),
          byNeed);
    }

    /// The near ones first: who offers what is asked first, has a case that could carry a
    /// recommendation, and works in the country comes nearest, before all who has a result.
    private Listed nearestFirst() {
      Comparator<Ranked> nearest =
          Comparator.comparing((Ranked each) -> !isNear(each))
              .thenComparing(each -> !each.offersFirst())
              .thenComparing(each -> !hasResult(each))
              .thenComparing(each -> each.headline().stream().anyMatch(AnswerLists::isBeside))
              .thenComparing(each -> !each.headline().map(Listed::isPlain).orElse(false))
              .thenComparing(each -> each.headline().isEmpty())
              .thenComparing(each -> each.isUnsure("market"));
      return new Listed(entries.stream().sorted(nearest).toList(), byNeed);
    }

    private static boolean isPlain(WeighedCase shown) {
      return shown.background().isEmpty();
    }

    private void addIds(Set<EntryId> ids) {
      entries.forEach(each -> ids.add(each.id()));
    }

    boolean isEmpty() {
      return entries.isEmpty();
    }

    int size() {
      return entries.size();
    }
  }

  static AnswerLists of(List<List<Ranked>> rankings, Thresholds thresholds) {
    List<List<Ranked>> all = where(rankings, thresholds::isAnswer);
    Listed good = Listed.without(Set.of(), all, thresholds::isGood);
    Set<EntryId> recommended = new HashSet<>();
    good.addIds(recommended);
    Listed incumbents = Listed.without(recommended, all, thresholds::isGoodIncumbent);
    // A firm that already works for the city is shown as such only.
    Set<EntryId> known = new HashSet<>(recommended);
    incumbents.addIds(known);
    return new AnswerLists(
        good,
        incumbents,
        Listed.without(recommended, all, thresholds::isBelow),
        Listed.without(
                recommended,
                all,
                each ->
                    isFirm(each)
                        && each.passes()
                        && isLead(each)
                        && !thresholds.isGoodIncumbent(each))
            .nearestFirst(),
        Listed.without(known, all, each -> isFirm(each) && isPeer(each)),
        Listed.without(
            recommended,
            all,
            each -> each.passes() ? Thresholds.isFromElsewhere(each) : !each.fails("seller")));
  }

  /// How many leads, from the first, are near enough to be shown unasked: those who offer what is
  /// asked first or, while it is to be bought and there are none, those of something else that is
  /// asked. What nobody buys any more needs no lead without a result.
  int nearLeads(boolean isOver) {
    List<Ranked> near = unproven.entries().stream().filter(AnswerLists::isNear).toList();
    int first = (int) near.stream().filter(Ranked::offersFirst).count();
    if (isOver) {
      return (int) near.stream().filter(Ranked::offersFirst).filter(AnswerLists::hasResult).count();
    }
    return first > 0 ? first : near.size();
  }

  /// Whether it has a recent case of this kind in a similar city that is still in use and went well
  /// as far as known, and none that went badly: of what is asked first, or of something else asked
  /// and related to that.
  private static boolean isNear(Ranked lead) {
    return lead.badCases() == 0
        && lead.headline().stream()
            .filter(each -> Collections.disjoint(each.background(), FAR))
            .filter(each -> each.part().result() != Deployment.Success.MIXED)
            .anyMatch(each -> isAsked(each, lead));
  }

  private static boolean hasResult(Ranked lead) {
    return lead.headline().stream().anyMatch(each -> each.part().result() != null);
  }

  private static boolean isAsked(WeighedCase shown, Ranked lead) {
    RankingSettings ranking = lead.pair().rules().ranking();
    Code first = lead.pair().query().technologies().getFirst();
    boolean isKindred =
        BESIDE.containsAll(shown.background())
            && lead.pair().fit(first, shown.precedent().technologies(lead.id()))
                >= ranking.relation(Taxonomy.Relation.SIBLING);
    return shown.fit() >= ranking.minimumProofFit() && (!isBeside(shown) || isKindred);
  }

  private static boolean isBeside(WeighedCase shown) {
    return shown.background().contains(Background.OTHER_TECHNOLOGY);
  }

  private static boolean isFirm(Ranked ranked) {
    return ranked.kind() == Kind.FIRM;
  }

  private static List<List<Ranked>> where(List<List<Ranked>> rankings, Predicate<Ranked> isListed) {
    return rankings.stream().map(one -> one.stream().filter(isListed).toList()).toList();
  }

  Standing standing() {
    if (!good.isEmpty()) {
      return Standing.RECOMMENDED;
    }
    if (!incumbents.isEmpty()) {
      return Standing.INCUMBENT;
    }
    if (!below.isEmpty()) {
      return Standing.BELOW_THRESHOLD;
    }
    if (!unproven.isEmpty()) {
      return Standing.LEAD;
    }
    return peers.isEmpty() ? Standing.EXCLUDED : Standing.PEER;
  }

  /// A firm that took part in such projects and cannot deliver the need: it sells nothing, or had
  /// other roles.
  private static boolean isPeer(Ranked ranked) {
    return ranked.fails("seller")
        ? !ranked.fails("alive") && ranked.tookPart()
        : ranked.passes() && ranked.onlyTookPart() && !Thresholds.isFromElsewhere(ranked);
  }

  /// A firm that a gate does not rule out and that is not proven, or is in doubt; a foreign firm
  /// without any link to the country is listed with the excluded.
  private static boolean isLead(Ranked ranked) {
    return (!ranked.isProven() || Thresholds.isDoubtful(ranked))
        && !ranked.onlyTookPart()
        && !Thresholds.isFromElsewhere(ranked);
  }
}
