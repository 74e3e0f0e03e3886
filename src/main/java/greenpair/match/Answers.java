package greenpair.match;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.explain.Answer;
import greenpair.match.explain.Exploration;
import greenpair.match.explain.Reasons;
import greenpair.match.explain.Sensitivity;
import greenpair.match.explain.Spread;
import greenpair.match.gate.Gate;
import greenpair.match.phrase.Phrases;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Thresholds;
import greenpair.match.rules.Ask;
import greenpair.match.rules.Rules;
import greenpair.match.rules.Verdict;
import greenpair.match.signal.WeighedCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds the answer from rankings: recommendations, leads, peers, and what was excluded. Reads
/// full records only for what the answer shows.
final class Answers {
  private static final int LEADS = 5;

  /// A request for more than the usual length gets the same length for the other lists.
  private static final int USUAL = 20;

  private static final int EXCLUDED = 20;

  /// Numbers of representative cases: the nearest ones, and failures.
  private static final int TELLING = 3;

  private final Rules rules;
  private final Phrases phrases;
  private final Needs needs;
  private final Thresholds thresholds;
  private final Reasons reasons;
  private final Sensitivity sensitivity;
  private final Cases cases;

  Answers(
      Rules rules,
      Phrases phrases,
      Needs needs,
      Thresholds thresholds,
      Reasons reasons,
      Sensitivity sensitivity) {
    this.rules = rules;
    this.phrases = phrases;
    this.needs = needs;
    this.thresholds = thresholds;
    this.reasons = reasons;
    this.sensitivity = sensitivity;
    this.cases = new Cases(rules);
  }

  /// @param unranked for each need, how many entries match it beyond the ranked ones
  Answer of(
      Request request,
      Needs.Asked asked,
      List<List<Ranked>> rankings,
      List<Long> unranked,
      Snapshot snapshot) {
    Sorted sorted = Sorted.of(request.kind(), rankings, thresholds);
    Answer.Outcome outcome =
        sorted.good().isEmpty() ? Answer.Outcome.NO_GOOD_MATCH : Answer.Outcome.MATCH;
    Spread spread =
        request.diverse()
            ? Spread.of(
                sorted.good(),
                sorted.byNeed(),
                asked.city().technologies(),
                request.from() + request.limit(),
                rules,
                phrases)
            : null;
    List<Ranked> spreadOut = spread == null ? sorted.good() : spread.list();
    Exploration exploration = explored(request, spreadOut);
    List<Ranked> shown = exploration == null ? spreadOut : exploration.list();
    List<WeighedCase> nearest = cases.nearest(asked.asks(), snapshot);
    List<WeighedCase> failures = cases.failures(asked.asks(), snapshot);
    Part main = new Part(request.from(), request.limit());
    // A later page continues all lists.
    boolean isWhole = request.from() > 0 || request.limit() > USUAL;
    Part others = isWhole ? main : new Part(0, LEADS);
    boolean isEmpty = snapshot.count(List.of(request.kind())) == 0;
    boolean isAsked = !asked.asks().isEmpty();
    String word =
        isAsked
            ? request.kind().word() + word(request.kind(), isEmpty, sorted.good(), nearest)
            : "no_needs";
    return new Answer(
        snapshot.manifest().id(),
        snapshot.configuration(),
        request.kind(),
        new Answer.AskedCity(
            request.city(), asked.city().name(), List.copyOf(asked.city().profile().unverified())),
        asked(asked, unranked),
        request.from(),
        outcome,
        phrases.say("outcome." + word, Map.of("city", asked.city().name())),
        isAsked && request.kind() == Kind.FIRM && sorted.good().isEmpty()
            ? Shortfall.of(sorted, phrases, snapshot)
            : null,
        recommendations(shown, main, sorted.byNeed(), sensitivity::oneMoreCase, snapshot),
        recommendations(
            sorted.incumbents(), others, sorted.incumbentsByNeed(), Move.NONE, snapshot),
        recommendations(sorted.below(), others, sorted.belowByNeed(), Move.NONE, snapshot),
        recommendations(
            sorted.unproven(),
            others,
            sorted.unprovenByNeed(),
            (kind, leads, lead) ->
                sensitivity.asRecommended(kind, leads, sorted.good(), lead, thresholds),
            snapshot),
        recommendations(sorted.peers(), others, sorted.peersByNeed(), Move.NONE, snapshot),
        cases.show(new Part(0, TELLING).of(nearest), snapshot),
        cases.show((isWhole ? main : new Part(0, TELLING)).of(failures), snapshot),
        excluded(
            request.kind(),
            (isWhole ? main : new Part(0, EXCLUDED)).of(sorted.excluded()),
            snapshot),
        new Answer.Totals(
            sorted.good().size(),
            sorted.incumbents().size(),
            sorted.below().size(),
            sorted.unproven().size(),
            sorted.peers().size(),
            sorted.excluded().size(),
            failures.size()),
        sensitivity.stability(request.kind(), sorted.good()),
        spread == null ? null : spread.told(),
        exploration == null ? null : exploration.told());
  }

  private @Nullable Exploration explored(Request request, List<Ranked> list) {
    Long seed = request.explore();
    String subject = request.kind() + " " + request.city() + " " + request.need();
    return seed == null
        ? null
        : Exploration.of(
            list, seed, subject, rules.ranking().exploreMargin(), request.from(), request.limit());
  }

  Cases cases() {
    return cases;
  }

  /// Which outcome is reported: the nearest evidence is promised only where some follows.
  private static String word(
      Kind kind, boolean isEmpty, List<Ranked> good, List<WeighedCase> nearest) {
    if (!good.isEmpty()) {
      return ".match";
    }
    if (kind == Kind.EXPERT && isEmpty) {
      return ".empty";
    }
    return kind == Kind.FIRM && !nearest.isEmpty() ? ".nearest" : ".none";
  }

  private List<Answer.AskedNeed> asked(Needs.Asked asked, List<Long> unranked) {
    List<Answer.AskedNeed> list = new ArrayList<>();
    for (int i = 0; i < asked.asks().size(); i++) {
      Ask ask = asked.asks().get(i);
      Need need = asked.needs().get(i);
      list.add(
          new Answer.AskedNeed(
              ask.need(),
              need == null ? null : need.name(),
              needs.named(ask.technologies()),
              needs.named(ask.instruments()),
              need != null && need.verified(),
              unranked.get(i)));
    }
    return list;
  }

  /// The needs for which each entry is in one of these lists: a firm that is recommended for one
  /// need and only a lead for another is not reported as serving both.
  private static Map<EntryId, List<EntryId>> needsOf(List<List<Ranked>> byNeed) {
    Map<EntryId, List<EntryId>> needs = new HashMap<>();
    for (List<Ranked> one : byNeed) {
      for (Ranked ranked : one) {
        EntryId need = ranked.pairing().ask().need();
        if (need != null) {
          needs.computeIfAbsent(ranked.id(), key -> new ArrayList<>()).add(need);
        }
      }
    }
    return needs;
  }

  /// The effect of one more case on an entry of a list.
  @FunctionalInterface
  private interface Move {
    /// A peer sells nothing, so a case does not move it.
    Move NONE = (kind, list, ranked) -> Optional.empty();

    Optional<Answer.Counterfactual> of(Kind kind, List<Ranked> list, Ranked ranked);
  }

  /// The displayed part of a list.
  private record Part(int from, int most) {
    <T> List<T> of(List<T> list) {
      int start = Math.min(from, list.size());
      return list.subList(start, Math.min(list.size(), start + most));
    }
  }

  private List<Answer.Recommendation> recommendations(
      List<Ranked> ranked,
      Part part,
      List<List<Ranked>> byNeed,
      Move oneMoreCase,
      Snapshot snapshot) {
    Map<EntryId, List<EntryId>> needsOf = needsOf(byNeed);
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
    Kind kind = kind(ranked);
    Entry entry = full(kind, ranked.id(), snapshot);
    List<Answer.Case> shown = cases.of(ranked, snapshot);
    // Ranks by score would be misleading for an entry that was reordered.
    boolean isByScore = Sensitivity.rank(list, ranked) == rank;
    return new Answer.Recommendation(
        rank,
        ranked.id(),
        kind,
        entry.name(),
        ranked.score(),
        ranked.explanation(),
        reasons.sides(ranked).orElse(null),
        ranked.pairing().ask().need(),
        needsServed,
        needs.named(entry.technologies()),
        reason(entry, rank, list, shown, snapshot),
        shown,
        ranked.gates().stream().map(gate -> gate.from(entry)).toList(),
        reasons.cautions(entry, ranked, shown),
        reasons.unknowns(ranked),
        ranked.coverage(entry.profile().unverified()),
        isByScore ? sensitivity.pivot(kind, list, ranked).orElse(null) : null,
        isByScore ? oneMoreCase.of(kind, list, ranked).orElse(null) : null,
        kind == Kind.SOLUTION
            ? rules.savings().of(entry.technologies(), replaced(ranked), grid(ranked)).orElse(null)
            : null,
        entry.verified(),
        List.copyOf(entry.profile().unverified()),
        entry.profile().provenance());
  }

  /// The reason for its place and, if the previous entry is hardly better, the difference.
  private Text reason(
      Entry entry, int rank, List<Ranked> list, List<Answer.Case> cases, Snapshot snapshot) {
    Ranked ranked = list.get(rank - 1);
    Text why = reasons.reason(entry, ranked, cases);
    if (rank == 1) {
      return why;
    }
    Ranked before = list.get(rank - 2);
    return reasons
        .close(before, name(entry.kind(), before.id(), snapshot), ranked)
        .map(close -> Phrases.join(List.of(why, close)))
        .orElse(why);
  }

  private static @Nullable String replaced(Ranked ranked) {
    Need stated = ranked.pairing().ask().stated();
    return stated == null ? null : stated.replaces();
  }

  private static @Nullable Double grid(Ranked ranked) {
    return ranked.pairing().ask().city().gridFactor();
  }

  private static Kind kind(Ranked ranked) {
    return switch (ranked.candidate().traits()) {
      case greenpair.index.query.Traits.OfFirm firm -> Kind.FIRM;
      case greenpair.index.query.Traits.OfFinancier financier -> Kind.FINANCIER;
      case greenpair.index.query.Traits.OfSolution solution -> Kind.SOLUTION;
      case greenpair.index.query.Traits.OfExpert expert -> Kind.EXPERT;
      case greenpair.index.query.Traits.Other other ->
          throw new IllegalStateException("an entry of another kind was ranked");
    };
  }

  private static Entry full(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot.entry(kind, id).orElseThrow(() -> new NotFoundException(kind, id, ""));
  }

  private static Text name(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot.name(kind, id).orElseThrow(() -> new NotFoundException(kind, id, ""));
  }

  private List<Answer.Excluded> excluded(Kind kind, List<Ranked> ranked, Snapshot snapshot) {
    List<Answer.Excluded> list = new ArrayList<>();
    for (Ranked each : ranked) {
      Gate failed =
          each.gates().stream()
              .filter(gate -> gate.verdict() == Verdict.FAIL)
              .findFirst()
              .or(
                  () ->
                      each.gates().stream()
                          .filter(gate -> gate.gate().equals("market"))
                          .findFirst())
              .orElseThrow();
      Entry entry = full(kind, each.id(), snapshot);
      Gate shown = failed.from(entry);
      list.add(
          new Answer.Excluded(
              each.id(), kind, entry.name(), shown.gate(), shown.because(), shown.source()));
    }
    return list;
  }
}
