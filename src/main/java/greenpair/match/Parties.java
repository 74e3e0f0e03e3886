package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.rules.Ask;
import greenpair.match.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds with whom an expert must have no conflict of interest: the city, and the firms that
/// already work there on what the need asks for.
record Parties(Rules rules) {
  /// The ask with its parties and their names.
  Ask of(Ask ask, Snapshot snapshot) {
    EntryId city = ask.city().id();
    Map<Entry.Key, Text> parties = new TreeMap<>(Entry.Key.ORDER);
    put(new Entry.Key(Kind.CITY, city), parties, snapshot);
    for (Deployment each : snapshot.deployments(city)) {
      if (Deployment.proves(each.grade(), each.status()) && answers(each.technologies(), ask)) {
        each.firms().forEach(id -> put(new Entry.Key(Kind.FIRM, id), parties, snapshot));
      }
    }
    return ask.with(parties);
  }

  private static void put(Entry.Key party, Map<Entry.Key, Text> into, Snapshot snapshot) {
    Text unnamed = new Text(party.id().value(), null);
    into.computeIfAbsent(party, key -> snapshot.name(key.kind(), key.id()).orElse(unnamed));
  }

  private boolean answers(List<Code> done, Ask ask) {
    double least = rules.ranking().minimumProofFit();
    return ask.technologies().stream()
        .anyMatch(
            wanted ->
                done.stream()
                    .anyMatch(
                        code ->
                            rules.ranking().relation(rules.taxonomy().relate(wanted, code))
                                >= least));
  }
}
