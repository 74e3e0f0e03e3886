package greenpair.match;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.index.read.Snapshot;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;

/// Finds with whom an expert must have no conflict of interest: the city, and the firms that
/// already work there on what the need asks for. Only those that experts name are looked up,
/// because a city may have many thousands of deployments.
record ConflictParties(Rules rules) {
  MatchQuery of(MatchQuery query, List<Candidate> experts, Snapshot snapshot) {
    Map<Entry.Key, Text> parties = new HashMap<>();
    for (Entry.Key each : named(experts)) {
      if (isParty(each, query, snapshot)) {
        Text unnamed = new Text(each.id().value(), null);
        parties.put(each, snapshot.name(each.kind(), each.id()).orElse(unnamed));
      }
    }
    return query.with(parties);
  }

  private static Set<Entry.Key> named(List<Candidate> experts) {
    Set<Entry.Key> named = new TreeSet<>(Entry.Key.ORDER);
    for (Candidate each : experts) {
      Traits.OfExpert expert = (Traits.OfExpert) each.traits();
      if (expert.affiliation() != null) {
        named.add(expert.affiliation());
      }
      expert.conflicts().stream().map(Expert.Conflict::with).forEach(named::add);
    }
    return named;
  }

  private boolean isParty(Entry.Key key, MatchQuery query, Snapshot snapshot) {
    return switch (key.kind()) {
      case CITY -> key.id().equals(query.city().id());
      case FIRM -> worksThere(key.id(), query, snapshot);
      case NEED, FINANCIER, SOLUTION, DEPLOYMENT, PROGRAMME, EXPERT -> false;
    };
  }

  private boolean worksThere(EntryId firm, MatchQuery query, Snapshot snapshot) {
    CandidateQuery any = new CandidateQuery(Kind.FIRM, Map.of(), "", null, 1);
    return snapshot.candidate(any, firm).stream()
        .flatMap(found -> found.precedents().stream())
        .filter(each -> each.city().id().equals(query.city().id()))
        .filter(Precedent::proves)
        .anyMatch(each -> answers(each.technologies(), query));
  }

  private boolean answers(List<Code> done, MatchQuery query) {
    double least = rules.ranking().minimumProofFit();
    return query.technologies().stream()
        .anyMatch(
            wanted ->
                done.stream()
                    .anyMatch(
                        code ->
                            rules.ranking().relation(rules.taxonomy().relate(wanted, code))
                                >= least));
  }
}
