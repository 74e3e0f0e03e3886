package greenpair.match;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.contract.Candidate;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;
import greenpair.registry.config.ConfigFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One need with the candidates that the index gave for it: ranking alone, for measuring.
public final class RankingTask {
  private final Ranker ranker;
  private final MatchQuery query;
  private final List<Candidate> candidates;

  private RankingTask(Ranker ranker, MatchQuery query, List<Candidate> candidates) {
    this.ranker = ranker;
    this.query = query;
    this.candidates = candidates;
  }

  /// A task for each need of the requests.
  public static List<RankingTask> of(
      Path configuration, List<RecommendationRequest> requests, Snapshot snapshot) {
    ConfigFolder folder = new ConfigFolder(configuration);
    Taxonomy taxonomy = folder.taxonomy();
    Problems problems = new Problems();
    Rules rules = Given.rules(folder);
    Settings sentences = folder.settings(Phrases.FILE, problems);
    Phrases phrases = Phrases.read(sentences.bilinguals(), sentences::problem);
    problems.throwIfAny(configuration);
    Ranker ranker = new Ranker(rules, phrases);
    CandidateFinder retrieval = new CandidateFinder(rules, ranker);
    Needs needs = new Needs(taxonomy, new ConceptFinder(taxonomy, Set.of()));
    List<RankingTask> tasks = new ArrayList<>();
    for (RecommendationRequest request : requests) {
      for (MatchQuery query : needs.read(request, snapshot).queries()) {
        List<Candidate> candidates =
            retrieval.rank(request.kind(), query, snapshot).stream()
                .map(Ranked::candidate)
                .toList();
        tasks.add(new RankingTask(ranker, query, candidates));
      }
    }
    return tasks;
  }

  public int size() {
    return candidates.size();
  }

  public List<Ranked> rank() {
    return ranker.rank(query, candidates);
  }
}
