package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Assigns each ranked entry to a list of the answer: recommended, already working in the city,
/// below the threshold, leads, peers or excluded.
record AnswerLists(
    List<Ranked> good,
    List<List<Ranked>> byNeed,
    List<Ranked> incumbents,
    List<List<Ranked>> incumbentsByNeed,
    List<Ranked> below,
    List<List<Ranked>> belowByNeed,
    List<Ranked> unproven,
    List<List<Ranked>> unprovenByNeed,
    List<Ranked> peers,
    List<List<Ranked>> peersByNeed,
    List<Ranked> excluded) {
  static AnswerLists of(Kind kind, List<List<Ranked>> rankings, Thresholds thresholds) {
    List<List<Ranked>> good = new ArrayList<>();
    List<List<Ranked>> incumbents = new ArrayList<>();
    List<List<Ranked>> below = new ArrayList<>();
    List<List<Ranked>> unproven = new ArrayList<>();
    List<List<Ranked>> peers = new ArrayList<>();
    List<List<Ranked>> excluded = new ArrayList<>();
    for (List<Ranked> one : rankings) {
      List<Ranked> answers = one.stream().filter(thresholds::isAnswer).toList();
      good.add(answers.stream().filter(each -> thresholds.isGood(kind, each)).toList());
      List<Ranked> here =
          answers.stream().filter(each -> thresholds.isGoodIncumbent(kind, each)).toList();
      incumbents.add(here);
      below.add(answers.stream().filter(each -> thresholds.isBelow(kind, each)).toList());
      unproven.add(
          answers.stream()
              .filter(each -> kind == Kind.FIRM && each.passes() && isLead(each))
              .filter(each -> !here.contains(each))
              .toList());
      peers.add(answers.stream().filter(each -> kind == Kind.FIRM && isPeer(each)).toList());
      excluded.add(
          answers.stream()
              .filter(
                  each ->
                      each.passes()
                          ? kind == Kind.FIRM && Thresholds.isFromElsewhere(each)
                          : !each.fails("seller"))
              .toList());
    }
    Set<EntryId> recommended = new LinkedHashSet<>();
    good.forEach(list -> list.forEach(each -> recommended.add(each.id())));
    // A firm that already works for the city is shown as such only.
    Set<EntryId> known = new LinkedHashSet<>(recommended);
    incumbents.forEach(list -> list.forEach(each -> known.add(each.id())));
    return new AnswerLists(
        CandidateFinder.merge(good),
        good,
        without(recommended, incumbents),
        incumbents,
        without(recommended, below),
        below,
        without(recommended, unproven),
        unproven,
        without(known, peers),
        peers,
        without(recommended, excluded));
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

  private static List<Ranked> without(Set<EntryId> recommended, List<List<Ranked>> lists) {
    return CandidateFinder.merge(lists).stream()
        .filter(each -> !recommended.contains(each.id()))
        .toList();
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
