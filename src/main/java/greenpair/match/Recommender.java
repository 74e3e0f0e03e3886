package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.ConceptFinder;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Taxonomy;
import greenpair.index.Candidate;
import greenpair.index.CandidateQuery;
import greenpair.index.Precedent;
import greenpair.index.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The way from a request to its answer, on one snapshot: candidates, ranking, the answer. Keeps
/// no state between requests.
public final class Recommender {
  private final Rules rules;
  private final Ranker ranker;
  private final Needs needs;
  private final Answers answers;

  public Recommender(Rules rules, ConceptFinder finder, Phrases phrases) {
    this.rules = rules;
    this.ranker = new Ranker(rules, phrases);
    this.needs = new Needs(rules.taxonomy(), finder);
    this.answers = new Answers(rules, ranker, phrases, needs);
  }

  /// Recommends for a city or a need.
  ///
  /// @throws NotFoundException when the request names an entry that is not there
  public Answer recommend(Request request, Snapshot snapshot) {
    Needs.Asked asked = needs.read(request, snapshot);
    List<List<Ranked>> rankings = new ArrayList<>();
    for (Ask ask : asked.asks()) {
      rankings.add(rank(request.kind(), ask, snapshot));
    }
    return answers.of(request, asked, rankings, snapshot);
  }

  /// The whole ranking for the needs of a request, best first, each entry once at its best need;
  /// gates are applied, thresholds are not: what evaluation looks at.
  public List<Ranked> ranking(Request request, Snapshot snapshot) {
    List<List<Ranked>> rankings = new ArrayList<>();
    for (Ask ask : needs.read(request, snapshot).asks()) {
      rankings.add(rank(request.kind(), ask, snapshot).stream().filter(Ranked::passes).toList());
    }
    return merge(rankings);
  }

  /// One entry for the needs of a request, at its best need, whether or not it would be found.
  ///
  /// @throws NotFoundException when the entry is not there
  public Answer.Recommendation explain(Request request, EntryId entry, Snapshot snapshot) {
    Needs.Asked asked = needs.read(request, snapshot);
    List<List<Ranked>> rankings = new ArrayList<>();
    for (Ask ask : asked.asks()) {
      Optional<Candidate> candidate = snapshot.candidate(query(request.kind(), ask), entry);
      if (candidate.isEmpty()) {
        throw new NotFoundException(request.kind(), entry, "");
      }
      Candidate found =
          withPrecedents(request.kind(), ask, candidate.get(), snapshot, new HashMap<>());
      rankings.add(List.of(ranker.score(request.kind(), ask, found)));
    }
    if (rankings.isEmpty()) {
      throw new NotFoundException(Kind.NEED, asked.city().id(), ": the city has no needs");
    }
    return answers.recommendation(1, merge(rankings), List.of(), snapshot);
  }

  private List<Ranked> rank(Kind kind, Ask ask, Snapshot snapshot) {
    Map<Code, List<Precedent>> known = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate candidate : snapshot.candidates(query(kind, ask))) {
      candidates.add(withPrecedents(kind, ask, candidate, snapshot, known));
    }
    return ranker.rank(kind, ask, candidates);
  }

  private CandidateQuery query(Kind kind, Ask ask) {
    Map<Code, Double> wanted = new HashMap<>();
    for (Code code : ask.technologies()) {
      for (Code near : around(code)) {
        double weight = rules.ranking().relation(rules.taxonomy().relate(code, near));
        if (weight > 0) {
          wanted.merge(near, weight, Math::max);
        }
      }
    }
    return new CandidateQuery(kind, wanted, ask.text(), ask.city(), rules.ranking().depth());
  }

  /// The code, all below it, its ancestors and its siblings.
  private Set<Code> around(Code code) {
    Taxonomy taxonomy = rules.taxonomy();
    Set<Code> around = new TreeSet<>();
    addBelow(code, around);
    around.addAll(taxonomy.ancestors(code));
    Code parent = taxonomy.parent(code);
    if (parent != null) {
      around.addAll(taxonomy.children(parent));
    }
    return around;
  }

  private void addBelow(Code code, Set<Code> into) {
    into.add(code);
    rules.taxonomy().children(code).forEach(child -> addBelow(child, into));
  }

  /// A solution is proven by whoever deployed its technology; firms and financiers carry their own
  /// deployments already.
  private Candidate withPrecedents(
      Kind kind,
      Ask ask,
      Candidate candidate,
      Snapshot snapshot,
      Map<Code, List<Precedent>> known) {
    if (kind != Kind.SOLUTION) {
      return candidate;
    }
    List<Precedent> precedents = new ArrayList<>();
    for (Code code : candidate.traits().technologies()) {
      precedents.addAll(
          known.computeIfAbsent(
              code, each -> snapshot.precedents(Set.of(each), ask.city(), Answers.PRECEDENTS)));
    }
    return new Candidate(
        candidate.id(), candidate.traits(), precedents, candidate.name(), candidate.text());
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
