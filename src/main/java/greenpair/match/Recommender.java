package greenpair.match;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Solution;
import greenpair.concept.ConceptFinder;
import greenpair.index.read.Snapshot;
import greenpair.match.past.Past;
import greenpair.match.past.PlainModel;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Standing;
import greenpair.match.reason.Answer;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;

/// Answers requests for recommendations on snapshots, by the rules of one configuration.
/// Thread-safe. It keeps how well needs are served in the generations that were last requested.
public final class Recommender {
  private final MatchingParts parts;
  private final CoverageCache coverage = new CoverageCache();

  private static final int MOST_SOLUTIONS = 1_000;

  public Recommender(Rules rules, ConceptFinder finder, Phrases phrases) {
    this.parts = MatchingParts.of(rules, finder, phrases);
  }

  /// The rules for a snapshot, with what the past of its generation adds to them.
  private MatchingParts matching(Snapshot snapshot) {
    return parts.of(snapshot);
  }

  /// The settings of ranking for a snapshot, with what the past of its generation adds to them.
  public RankingSettings settings(Snapshot snapshot) {
    return matching(snapshot).rules().ranking();
  }

  private Recommender(MatchingParts parts) {
    this.parts = parts;
  }

  /// The same with other learnt weights, to show how answers would change.
  public Recommender by(LearntWeights learnt) {
    return new Recommender(parts.with(learnt));
  }

  /// Finds what the past of a generation says, which takes long: its manifest keeps the settings.
  public Past.Finding past(Snapshot snapshot) {
    return parts.past(snapshot);
  }

  /// How well these rules predict the newest choices in the past of a generation: the mean of 1 /
  /// rank of the chosen firm; 0 without a past.
  public double predicted(Past.Finding past, Snapshot snapshot) {
    MatchingParts matching = matching(snapshot);
    return past.predicted(matching.rules(), matching.phrases());
  }

  /// The plain model of the choices in the past of a generation.
  public PlainModel plain(Snapshot snapshot) {
    return PlainModel.fitted(past(snapshot), matching(snapshot).rules());
  }

  /// Recommends for a city or a need.
  ///
  /// @throws NotFoundException if the request names an entry that is not there
  public Answer recommend(RecommendationRequest request, Snapshot snapshot) {
    Needs.Asked asked = matching(snapshot).needs().read(request, snapshot);
    CandidateFinder retrieval = matching(snapshot).retrieval();
    List<List<Ranked>> rankings = new ArrayList<>();
    List<Long> unranked = new ArrayList<>();
    for (MatchQuery query : asked.queries()) {
      List<Ranked> ranking = retrieval.rank(request.kind(), query, snapshot);
      rankings.add(ranking);
      unranked.add(retrieval.unranked(request.kind(), query, ranking.size(), snapshot));
    }
    return matching(snapshot).answers().of(request, asked, rankings, unranked, snapshot);
  }

  /// The whole ranking for the needs of a request, best first, each entry once at its best need;
  /// gates are applied but thresholds are not. For evaluation.
  public List<Ranked> ranking(RecommendationRequest request, Snapshot snapshot) {
    List<List<Ranked>> rankings = new ArrayList<>();
    for (MatchQuery query : matching(snapshot).needs().read(request, snapshot).queries()) {
      rankings.add(
          matching(snapshot).retrieval().rank(request.kind(), query, snapshot).stream()
              .filter(Ranked::passes)
              .toList());
    }
    return CandidateFinder.merge(rankings);
  }

  /// What is recommended for a need, best first, without the reasons that an answer gives.
  ///
  /// @param limit entries at most
  public List<Ranked> good(Kind kind, Need need, int limit, Snapshot snapshot) {
    return matching(snapshot).good(kind, need, snapshot).stream().limit(limit).toList();
  }

  /// One entry for the needs of a request, at its best need, whether or not it would be found.
  ///
  /// @throws NotFoundException if the entry does not exist
  public Answer.Recommendation explain(
      RecommendationRequest request, EntryId entry, Snapshot snapshot) {
    return matching(snapshot).answers().alone(pair(request, entry, snapshot), snapshot);
  }

  /// One entry for the needs of a request, at its best need, whether or not it would be found,
  /// without the reasons that an answer gives.
  ///
  /// @throws NotFoundException if the entry does not exist
  public Ranked score(RecommendationRequest request, EntryId entry, Snapshot snapshot) {
    return pair(request, entry, snapshot).getFirst();
  }

  /// One list for each need, with the entry alone.
  private List<List<Ranked>> pairs(Kind kind, EntryId entry, Needs.Asked asked, Snapshot snapshot) {
    List<List<Ranked>> lists = new ArrayList<>();
    for (MatchQuery query : asked.queries()) {
      lists.add(
          List.of(
              matching(snapshot)
                  .retrieval()
                  .pair(kind, entry, query, snapshot)
                  .orElseThrow(() -> new NotFoundException(kind, entry))));
    }
    return lists;
  }

  private List<Ranked> pair(RecommendationRequest request, EntryId entry, Snapshot snapshot) {
    Needs.Asked asked = matching(snapshot).needs().read(request, snapshot);
    List<List<Ranked>> rankings = pairs(request.kind(), entry, asked, snapshot);
    if (rankings.isEmpty()) {
      throw NotFoundException.withoutNeeds(asked.city().id());
    }
    return CandidateFinder.merge(rankings);
  }

  /// The list of the answer to a request to which an entry belongs, whether or not the answer shows
  /// it.
  ///
  /// @throws NotFoundException if the entry does not exist
  public Standing standing(RecommendationRequest request, EntryId entry, Snapshot snapshot) {
    Needs.Asked asked = matching(snapshot).needs().read(request, snapshot);
    return pairs(request.kind(), entry, asked, snapshot).stream()
        .flatMap(List::stream)
        .map(each -> Assessment.of(each).standing())
        .min(Comparator.naturalOrder())
        .orElse(Standing.EXCLUDED);
  }

  /// The needs of all cities as a partner should look at them.
  ///
  /// @param kind of the partner
  /// @param from first need, from 0
  /// @param limit 1 to 100
  /// @throws NotFoundException if there is no such partner
  public Opportunities opportunities(
      Kind kind, EntryId partner, int from, int limit, Snapshot snapshot) {
    return Opportunities.of(kind, partner, from, limit, snapshot, matching(snapshot));
  }

  /// Solution, firm and financier together for a need.
  ///
  /// @param from first package, from 0
  /// @param limit 1 to 100
  /// @throws NotFoundException if there is no such need
  public Packages packages(EntryId need, int from, int limit, Snapshot snapshot) {
    return Packages.of(Entries.need(need, snapshot), from, limit, snapshot, matching(snapshot));
  }

  /// The parties of a deployment, with role and share.
  public static List<Answer.Doer> doers(Deployment deployment, Snapshot snapshot) {
    return Cases.doers(deployment, snapshot);
  }

  /// How well the needs of the catalog are served.
  ///
  /// @param from first need, from 0
  /// @param limit needs to look at, 1 to 100
  public Gaps gaps(int from, int limit, Snapshot snapshot) {
    return Gaps.of(from, limit, snapshot, needs -> coverage(needs, snapshot));
  }

  /// How well each of these needs is served, in their order.
  public List<Gaps.Coverage> coverage(List<Need> needs, Snapshot snapshot) {
    MatchingParts matching = matching(snapshot);
    return coverage.of(needs, snapshot, need -> Gaps.of(need, snapshot, matching));
  }

  /// What the solutions of the catalog, at most 1,000, would cut in a city.
  public Effects effects(City city, Snapshot snapshot) {
    List<Solution> solutions =
        snapshot.entries(Kind.SOLUTION, 0, MOST_SOLUTIONS).stream()
            .map(Solution.class::cast)
            .toList();
    return Effects.of(city, solutions, parts.rules().savings());
  }
}
