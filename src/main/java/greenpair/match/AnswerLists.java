package greenpair.match;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Standing;
import greenpair.match.settings.RankingSettings;
import greenpair.match.signal.Background;
import greenpair.match.signal.WeighedCase;

/// The lists of an answer: each ranked entry is where its [Assessment] puts it, the closed with the
/// excluded.
record AnswerLists(Map<Standing, Listed> lists) {
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
  /// @param all the same at each need
  record Listed(List<Ranked> entries, List<Ranked> all) {
    private static final Listed NONE = new Listed(List.of(), List.of());

    private static Listed without(Set<EntryId> ids, List<Ranked> all) {
      List<Ranked> best = CandidateFinder.merge(List.of(all));
      return new Listed(best.stream().filter(each -> !ids.contains(each.id())).toList(), all);
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
              .thenComparing(each -> each.isUnsure(Gate.Name.MARKET));
      return new Listed(entries.stream().sorted(nearest).toList(), all);
    }

    private static boolean isPlain(WeighedCase shown) {
      return shown.background().isEmpty();
    }

    boolean isEmpty() {
      return entries.isEmpty();
    }

    int size() {
      return entries.size();
    }
  }

  static AnswerLists of(List<List<Ranked>> rankings) {
    Map<Standing, List<Ranked>> all = new EnumMap<>(Standing.class);
    for (Ranked each : rankings.stream().flatMap(List::stream).toList()) {
      Assessment found = Assessment.of(each);
      boolean isClosed = found.standing() == Standing.CLOSED;
      Standing list = isClosed ? Standing.EXCLUDED : found.standing();
      if (found.isShown(each)) {
        all.computeIfAbsent(list, key -> new ArrayList<>()).add(each);
      }
    }
    AnswerLists lists = new AnswerLists(new EnumMap<>(Standing.class));
    all.forEach((list, entries) -> lists.add(list, entries));
    return lists;
  }

  /// Adds a list after the better ones: what is recommended for one need is not less for another,
  /// and a firm that already works for the city is no peer.
  private void add(Standing list, List<Ranked> all) {
    Set<EntryId> known = new HashSet<>();
    of(Standing.RECOMMENDED).entries().forEach(each -> known.add(each.id()));
    if (list == Standing.PEER) {
      of(Standing.INCUMBENT).entries().forEach(each -> known.add(each.id()));
    }
    Listed listed = Listed.without(known, all);
    lists.put(list, list == Standing.LEAD ? listed.nearestFirst() : listed);
  }

  Listed of(Standing list) {
    return lists.getOrDefault(list, Listed.NONE);
  }

  /// How many leads, from the first, are near enough to be shown unasked: those who offer what is
  /// asked first or, while it is to be bought and there are none, those of something else that is
  /// asked. What nobody buys any more needs no lead without a result.
  int nearLeads(boolean isOver) {
    List<Ranked> near = of(Standing.LEAD).entries().stream().filter(AnswerLists::isNear).toList();
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
}
