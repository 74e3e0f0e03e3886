package greenpair.match;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import greenpair.match.signal.WeighedCase;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// Triples of a solution, a firm that delivers it and a financier, ranked for a need.
///
/// Only entries that are recommended on their own take part, so no triple breaks a gate. A triple
/// is compatible if firm and financier each offer a technology of the solution, or one below it. A
/// financier that pays for preparation only is not used. Its score is the mean of
/// solution, firm, financier and precedent with the shares below, where precedent is 1 if firm and
/// financier share a deployment, else 0.
///
/// @param from first package that is shown, from 0
/// @param next cursor of the next page; null on the last one
/// @param packages best first
public record Packages(
    String generation,
    String configuration,
    EntryId need,
    Text needName,
    int from,
    int total,
    @Nullable String next,
    List<Offer> packages) {
  private static final int SOLUTIONS = 10;
  private static final int PARTNERS = 20;

  private static final double SOLUTION_SHARE = 0.3;
  private static final double FIRM_SHARE = 0.35;
  private static final double FINANCIER_SHARE = 0.25;
  private static final double PRECEDENT_SHARE = 0.1;

  /// One triple.
  ///
  /// @param precedents deployments that firm and financier share
  public record Offer(
      int rank,
      double score,
      Explanation explanation,
      Member solution,
      Member firm,
      Member financier,
      List<EntryId> precedents,
      Text reason) {}

  /// One entry of a triple with its own score for the need.
  public record Member(EntryId id, Text name, double score) {}

  public Packages {
    packages = List.copyOf(packages);
  }

  private record Triple(
      Ranked solution, Ranked firm, Ranked financier, List<EntryId> shared, Explanation why) {
    String key() {
      return solution.id() + " " + firm.id() + " " + financier.id();
    }
  }

  static Packages of(Need need, int from, int limit, Snapshot snapshot, MatchingParts matching) {
    List<Triple> triples = new ArrayList<>();
    List<Ranked> solutions = first(SOLUTIONS, matching.good(Kind.SOLUTION, need, snapshot));
    List<Ranked> firms = first(PARTNERS, matching.good(Kind.FIRM, need, snapshot));
    List<Ranked> financiers =
        first(PARTNERS, matching.good(Kind.FINANCIER, need, snapshot)).stream()
            .filter(each -> !each.isUnsure(Gate.Name.STAGE))
            .toList();
    for (Ranked solution : solutions) {
      for (Ranked firm : firms) {
        for (Ranked financier : financiers) {
          if (delivers(solution, firm, matching) && delivers(solution, financier, matching)) {
            triples.add(triple(solution, firm, financier));
          }
        }
      }
    }
    triples.sort(
        Comparator.comparingDouble((Triple each) -> each.why.value())
            .reversed()
            .thenComparing(Triple::key));
    List<Offer> shown = new ArrayList<>();
    for (Triple each : triples.stream().skip(from).limit(limit).toList()) {
      shown.add(show(from + shown.size() + 1, each, snapshot, matching.phrases()));
    }
    return new Packages(
        snapshot.manifest().id(),
        snapshot.configuration(),
        need.id(),
        need.name(),
        from,
        triples.size(),
        ListCursor.next((long) from + limit, triples.size()),
        shown);
  }

  private static List<Ranked> first(int most, List<Ranked> all) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static boolean delivers(Ranked solution, Ranked partner, MatchingParts matching) {
    return matching
        .rules()
        .taxonomy()
        .isAnyWithin(
            partner.candidate().traits().technologies(),
            solution.candidate().traits().technologies());
  }

  private static Triple triple(Ranked solution, Ranked firm, Ranked financier) {
    Set<EntryId> shared = deployments(firm);
    shared.retainAll(deployments(financier));
    Explanation why =
        Explanation.of(
            List.of(
                part("solution", SOLUTION_SHARE, solution.score()),
                part("firm", FIRM_SHARE, firm.score()),
                part("financier", FINANCIER_SHARE, financier.score()),
                part("precedent", PRECEDENT_SHARE, shared.isEmpty() ? 0 : 1)));
    return new Triple(solution, firm, financier, List.copyOf(shared), why);
  }

  /// Completed deployments only; planned ones are no precedent.
  private static Set<EntryId> deployments(Ranked ranked) {
    Set<EntryId> ids = new TreeSet<>();
    for (WeighedCase each : ranked.pair().cases()) {
      if (each.precedent().proves()) {
        ids.add(each.precedent().deployment());
      }
    }
    return ids;
  }

  private static Explanation.Part part(String name, double weight, double value) {
    return Explanation.part(name, Side.CITY, weight, Signal.SignalValue.of(value));
  }

  private static Offer show(int rank, Triple triple, Snapshot snapshot, Phrases phrases) {
    Member solution = member(Kind.SOLUTION, triple.solution, snapshot);
    Member firm = member(Kind.FIRM, triple.firm, snapshot);
    Member financier = member(Kind.FINANCIER, triple.financier, snapshot);
    Map<String, Text> names =
        Map.of("solution", solution.name(), "firm", firm.name(), "financier", financier.name());
    Text reason = phrases.say("reason.package", names);
    if (!triple.shared.isEmpty()) {
      EntryId first = triple.shared.getFirst();
      Text title =
          snapshot
              .name(Kind.DEPLOYMENT, first)
              .orElseThrow(() -> new NotFoundException(Kind.DEPLOYMENT, first));
      Map<String, Text> pair =
          Map.of("firm", firm.name(), "financier", financier.name(), "title", title);
      reason = Phrases.join(List.of(reason, phrases.say("reason.package_precedent", pair)));
    }
    return new Offer(
        rank, triple.why.value(), triple.why, solution, firm, financier, triple.shared, reason);
  }

  private static Member member(Kind kind, Ranked ranked, Snapshot snapshot) {
    Entry entry = Entries.entry(kind, ranked.id(), snapshot);
    return new Member(ranked.id(), entry.name(), ranked.score());
  }
}
