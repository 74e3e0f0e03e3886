package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Thresholds;
import greenpair.match.signal.Background;
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
          Background.CLOSED,
          Background.OLD,
          Background.OTHER_KIND,
          Background.OTHER_ROLE,
          Background.OTHER_TECHNOLOGY);

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

    /// Who offers what is asked first, has a recent case of a related kind, none that went badly,
    /// and works in the country comes nearest.
    private Listed nearestFirst() {
      Comparator<Ranked> nearest =
          Comparator.comparing((Ranked each) -> !isNear(each))
              .thenComparing(each -> !each.offersFirst())
              .thenComparing(each -> each.headline().isEmpty())
              .thenComparing(each -> each.isUnsure("market"));
      return new Listed(entries.stream().sorted(nearest).toList(), byNeed);
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

  /// Whether the first lead is near enough to what is asked to be named.
  boolean isLeadNear() {
    return unproven.entries().stream().limit(1).anyMatch(AnswerLists::isNear);
  }

  /// Whether it offers what is asked first, has a recent case of a related kind that is still in
  /// use, and none that went badly.
  private static boolean isNear(Ranked lead) {
    return lead.offersFirst()
        && lead.badCases() == 0
        && lead.headline().stream().anyMatch(each -> Collections.disjoint(each.background(), FAR));
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
