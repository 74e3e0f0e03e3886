package greenpair.match;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import greenpair.match.reason.Reasons;
import greenpair.match.reason.Sensitivity;
import greenpair.match.settings.Rules;
import org.jspecify.annotations.Nullable;

/// Shows ranked entries as recommendations, with their reasons and cases.
record RecommendationBuilder(
    Rules rules, Needs needs, Reasons reasons, Sensitivity sensitivity, Cases cases) {
  /// The effect of one more case on an entry of a list.
  @FunctionalInterface
  interface Move {
    /// A peer sells nothing, so a case does not move it.
    Move NONE = (list, ranked) -> Optional.empty();

    Optional<Answer.Counterfactual> of(List<Ranked> list, Ranked ranked);
  }

  /// The displayed part of a list.
  record Part(int from, int most) {
    Part atLeast(int least) {
      return new Part(from, Math.max(least, most));
    }

    <T> List<T> of(List<T> list) {
      int start = Math.min(from, list.size());
      return list.subList(start, Math.min(list.size(), start + most));
    }
  }

  List<Answer.Recommendation> of(
      AnswerLists.Listed listed, Part part, Move oneMoreCase, Snapshot snapshot) {
    List<Ranked> ranked = listed.entries();
    Map<EntryId, List<EntryId>> needsOf = needsOf(listed.all());
    List<Answer.Recommendation> list = new ArrayList<>();
    for (Ranked each : part.of(ranked)) {
      List<EntryId> all = needsOf.getOrDefault(each.id(), List.of());
      list.add(recommendation(part.from() + list.size() + 1, ranked, all, oneMoreCase, snapshot));
    }
    return list;
  }

  Answer.Recommendation alone(List<Ranked> list, Snapshot snapshot) {
    return recommendation(1, list, List.of(), sensitivity::oneMoreCase, snapshot);
  }

  private Answer.Recommendation recommendation(
      int rank, List<Ranked> list, List<EntryId> needsServed, Move oneMoreCase, Snapshot snapshot) {
    Ranked ranked = list.get(rank - 1);
    Kind kind = ranked.kind();
    Entry entry = Entries.entry(kind, ranked.id(), snapshot);
    Partner partner = entry instanceof Entry.OfPartner each ? each.partner() : null;
    List<Answer.Case> shown = cases.of(ranked, snapshot);
    return new Answer.Recommendation(
        rank,
        ranked.id(),
        kind,
        entry.name(),
        ranked.score(),
        ranked.explanation(),
        reasons.sides(ranked).orElse(null),
        ranked.pair().query().need(),
        needsServed,
        needs.named(entry.technologies()),
        reasons.reason(entry, ranked, shown),
        partner == null ? null : partner.website(),
        partner == null ? null : partner.contact(),
        needs.named(ranked.wanted(/* isOffered= */ true)),
        needs.named(ranked.unrecorded()),
        shown,
        ranked.gates().stream().map(gate -> gate.from(entry, deployments(snapshot))).toList(),
        reasons.cautions(entry, ranked, shown),
        reasons.unknowns(entry, ranked),
        ranked.coverage(entry.profile().unverified()),
        sensitivity.pivot(list, ranked).orElse(null),
        oneMoreCase.of(list, ranked).orElse(null),
        kind == Kind.SOLUTION
            ? rules.savings().of(entry.technologies(), replaced(ranked), grid(ranked)).orElse(null)
            : null,
        entry.verified(),
        List.copyOf(entry.profile().unverified()),
        entry.profile().provenance());
  }

  private static @Nullable String replaced(Ranked ranked) {
    Need stated = ranked.pair().query().stated();
    return stated == null ? null : stated.replaces();
  }

  private static @Nullable Double grid(Ranked ranked) {
    return ranked.pair().query().city().gridFactor();
  }

  static Function<EntryId, Entry> deployments(Snapshot snapshot) {
    return id -> Entries.entry(Kind.DEPLOYMENT, id, snapshot);
  }

  /// The needs for which each entry is on this list: a firm that is recommended for one
  /// need and only a lead for another is not reported as serving both.
  private static Map<EntryId, List<EntryId>> needsOf(List<Ranked> all) {
    Map<EntryId, List<EntryId>> needs = new HashMap<>();
    for (Ranked ranked : all) {
      EntryId need = ranked.pair().query().need();
      if (need != null) {
        needs.computeIfAbsent(ranked.id(), key -> new ArrayList<>()).add(need);
      }
    }
    return needs;
  }
}
