package greenpair.match;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.Precedent;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;

/// Finds and ranks the candidates of a query: expands technologies along the tree, queries the
/// index, adds the deployments that prove a solution, and ranks.
final class CandidateFinder {
  private final Rules rules;
  private final Ranker ranker;
  private final ConflictParties parties;

  CandidateFinder(Rules rules, Ranker ranker) {
    this.rules = rules;
    this.ranker = ranker;
    this.parties = new ConflictParties(rules);
  }

  /// All candidates for a query, best first, those that a gate fails among them.
  List<Ranked> rank(Kind kind, MatchQuery query, Snapshot snapshot) {
    List<Candidate> candidates =
        withPrecedents(kind, query, snapshot.candidates(query(kind, query)), snapshot);
    return ranker.rank(full(kind, query, candidates, snapshot), candidates);
  }

  /// Entries that share a technology or words with a query, but too little to be among the ranked.
  ///
  /// @param ranked number of entries that were ranked
  long unranked(Kind kind, MatchQuery query, int ranked, Snapshot snapshot) {
    return ranked < rules.ranking().depth() ? 0 : snapshot.matching(query(kind, query)) - ranked;
  }

  /// One entry for a query, whether or not it would be found; empty if there is no such entry.
  Optional<Ranked> pair(Kind kind, EntryId id, MatchQuery query, Snapshot snapshot) {
    List<Candidate> found = snapshot.candidate(query(kind, query), id).stream().toList();
    return withPrecedents(kind, query, found, snapshot).stream()
        .map(each -> ranker.score(full(kind, query, List.of(each), snapshot), each))
        .findFirst();
  }

  private MatchQuery full(
      Kind kind, MatchQuery query, List<Candidate> candidates, Snapshot snapshot) {
    return kind == Kind.EXPERT ? parties.of(query, candidates, snapshot) : query;
  }

  /// The query that finds the candidates for a query.
  CandidateQuery query(Kind kind, MatchQuery query) {
    return new CandidateQuery(
        kind, near(query.technologies()), query.search(), query.city(), rules.ranking().depth());
  }

  /// The codes that stand near enough to one of those to count, with their weights.
  Map<Code, Double> near(List<Code> codes) {
    Map<Code, Double> near = new HashMap<>();
    for (Code code : codes) {
      near.merge(code, rules.ranking().relation(Taxonomy.Relation.SAME), Math::max);
      rules
          .taxonomy()
          .relatives(code)
          .forEach(
              (other, relation) ->
                  near.merge(other, rules.ranking().relation(relation), Math::max));
    }
    near.values().removeIf(weight -> weight <= 0);
    return near;
  }

  /// A solution is proven by any deployment of its technology; partners already have their own
  /// deployments.
  private static List<Candidate> withPrecedents(
      Kind kind, MatchQuery query, List<Candidate> candidates, Snapshot snapshot) {
    if (kind != Kind.SOLUTION) {
      return candidates;
    }
    Set<Code> codes = new LinkedHashSet<>();
    candidates.forEach(each -> codes.addAll(each.traits().technologies()));
    Map<Code, List<Precedent>> known = new HashMap<>();
    codes.forEach(
        code -> known.put(code, snapshot.precedents(Set.of(code), query.city(), Cases.PRECEDENTS)));
    return candidates.stream().map(each -> with(known, each)).toList();
  }

  private static Candidate with(Map<Code, List<Precedent>> known, Candidate solution) {
    // A deployment of several of its technologies is a single case.
    Set<Precedent> precedents = new LinkedHashSet<>();
    for (Code code : solution.traits().technologies()) {
      precedents.addAll(known.getOrDefault(code, List.of()));
    }
    return new Candidate(
        solution.id(),
        solution.traits(),
        List.copyOf(precedents),
        solution.name(),
        solution.text());
  }

  /// Each entry once, at the need where it scores best.
  static List<Ranked> merge(List<List<Ranked>> rankings) {
    Map<EntryId, Ranked> best = new HashMap<>();
    for (List<Ranked> ranking : rankings) {
      for (Ranked ranked : ranking) {
        best.merge(ranked.id(), ranked, (a, b) -> Ranker.ORDER.compare(a, b) <= 0 ? a : b);
      }
    }
    return best.values().stream().sorted(Ranker.ORDER).toList();
  }
}
