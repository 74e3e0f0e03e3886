package greenpair.match;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.read.Snapshot;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Standing;
import greenpair.match.reason.Answer;
import org.jspecify.annotations.Nullable;

/// The open needs for one partner, with the same parts and the same score as from the city's side,
/// ordered for the partner.
///
/// @param from first need that is shown, from 0
/// @param next cursor of the next page; null on the last one
/// @param opportunities best first; needs that a gate rules out are left out
public record Opportunities(
    String generation,
    String configuration,
    EntryId id,
    Kind kind,
    Text name,
    int from,
    int total,
    @Nullable String next,
    List<Opportunity> opportunities) {
  /// One need.
  ///
  /// @param explanation its `partner` is the score of the partner's own side
  /// @param sides on what the two sides of its score rest; null for an expert, which has one side
  public record Opportunity(
      int rank,
      EntryId need,
      Text needName,
      EntryId city,
      Text cityName,
      double score,
      Explanation explanation,
      Answer.@Nullable Sides sides,
      Text reason,
      List<Gate> gates,
      List<Text> cautions,
      List<Text> unknowns) {}

  public Opportunities {
    opportunities = List.copyOf(opportunities);
  }

  private record Found(Need need, Ranked ranked) {}

  /// @throws NotFoundException if there is no such partner
  static Opportunities of(
      Kind kind, EntryId id, int from, int limit, Snapshot snapshot, MatchingParts matching) {
    Entry partner = Entries.entry(kind, id, snapshot);
    List<Found> found = new ArrayList<>();
    for (Need need : needs(partner, snapshot, matching)) {
      matching
          .retrieval()
          .pair(kind, id, matching.needs().query(need, snapshot), snapshot)
          .filter(Ranked::passes)
          .filter(ranked -> Assessment.of(ranked).standing() != Standing.EXCLUDED)
          .ifPresent(ranked -> found.add(new Found(need, ranked)));
    }
    found.sort(
        Comparator.comparingDouble((Found each) -> each.ranked.score())
            .reversed()
            .thenComparing(each -> each.need.id()));
    List<Opportunity> shown = new ArrayList<>();
    for (Found each : found.stream().skip(from).limit(limit).toList()) {
      shown.add(show(from + shown.size() + 1, each, partner, snapshot, matching));
    }
    return new Opportunities(
        snapshot.manifest().id(),
        snapshot.configuration(),
        id,
        kind,
        partner.name(),
        from,
        found.size(),
        ListCursor.next((long) from + limit, found.size()),
        shown);
  }

  /// The open needs of the programmes, or, if there is no programme, those of all cities that name
  /// a near technology.
  private static List<Need> needs(Entry partner, Snapshot snapshot, MatchingParts matching) {
    if (!snapshot.participation().isEmpty()) {
      return Gaps.needs(snapshot);
    }
    return snapshot.candidates(query(partner, matching)).stream()
        .map(Candidate::id)
        .map(need -> Entries.need(need, snapshot))
        .filter(Need::isOpen)
        .toList();
  }

  private static CandidateQuery query(Entry partner, MatchingParts matching) {
    return new CandidateQuery(
        Kind.NEED,
        matching.retrieval().near(partner.technologies()),
        "",
        null,
        matching.rules().ranking().depth());
  }

  private static Opportunity show(
      int rank, Found found, Entry partner, Snapshot snapshot, MatchingParts matching) {
    City city = Entries.city(found.need.city(), snapshot);
    Ranked ranked = found.ranked;
    List<Answer.Case> cases = matching.answers().cases().of(ranked, snapshot);
    return new Opportunity(
        rank,
        found.need.id(),
        found.need.name(),
        city.id(),
        city.name(),
        ranked.score(),
        ranked.explanation(),
        matching.reasons().sides(ranked).orElse(null),
        matching.reasons().opportunity(partner, city.name(), ranked, cases),
        ranked.gates().stream()
            .map(gate -> gate.from(partner, RecommendationBuilder.deployments(snapshot)))
            .toList(),
        matching.reasons().cautions(partner, ranked, cases),
        matching.reasons().unknowns(ranked));
  }
}
