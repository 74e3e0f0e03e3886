package greenpair.follow;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;

/// The deployments that prove something, by the followed entries for which they prove it: the city
/// and the partners.
final class ProvenDeployments {
  private final Map<Entry.Key, Map<EntryId, Deployment>> proofs = new HashMap<>();

  /// @param followed what is looked at; other entries cost no memory
  ProvenDeployments(GenerationView generation, Set<Entry.Key> followed) {
    if (!followed.isEmpty()) {
      generation.deployments(each -> add(each, followed));
    }
  }

  private void add(Deployment deployment, Set<Entry.Key> followed) {
    if (Deployment.proves(deployment.grade(), deployment.status())) {
      for (Entry.Key of : provenBy(deployment)) {
        if (followed.contains(of)) {
          proofs.computeIfAbsent(of, key -> new TreeMap<>()).put(deployment.id(), deployment);
        }
      }
    }
  }

  private static List<Entry.Key> provenBy(Deployment deployment) {
    List<Entry.Key> all = new ArrayList<>();
    all.add(new Entry.Key(Kind.CITY, deployment.city()));
    for (Kind kind : Kind.PARTNERS) {
      deployment.partners(kind).forEach(id -> all.add(new Entry.Key(kind, id)));
    }
    return all;
  }

  List<Deployment> without(ProvenDeployments other, Entry.Key of) {
    Map<EntryId, Deployment> theirs = other.proofs.getOrDefault(of, Map.of());
    return proofs.getOrDefault(of, Map.of()).values().stream()
        .filter(each -> !theirs.containsKey(each.id()))
        .toList();
  }
}
