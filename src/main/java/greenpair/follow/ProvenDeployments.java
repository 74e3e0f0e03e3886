package greenpair.follow;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The deployments that prove something, by the followed entries for which they prove it: the city
/// and the partners.
final class ProvenDeployments {
  record Of(Kind kind, EntryId id) {}

  private final Map<Of, Map<EntryId, Deployment>> proofs = new HashMap<>();

  /// @param followed what is looked at; other entries cost no memory
  ProvenDeployments(GenerationView generation, Set<Of> followed) {
    if (!followed.isEmpty()) {
      generation.deployments(each -> add(each, followed));
    }
  }

  private void add(Deployment deployment, Set<Of> followed) {
    if (Deployment.proves(deployment.grade(), deployment.status())) {
      for (Of of : provenBy(deployment)) {
        if (followed.contains(of)) {
          proofs.computeIfAbsent(of, key -> new TreeMap<>()).put(deployment.id(), deployment);
        }
      }
    }
  }

  private static List<Of> provenBy(Deployment deployment) {
    List<Of> all = new ArrayList<>();
    all.add(new Of(Kind.CITY, deployment.city()));
    for (Kind kind : Kind.PARTNERS) {
      deployment.partners(kind).forEach(id -> all.add(new Of(kind, id)));
    }
    return all;
  }

  List<Deployment> without(ProvenDeployments other, Of of) {
    Map<EntryId, Deployment> theirs = other.proofs.getOrDefault(of, Map.of());
    return proofs.getOrDefault(of, Map.of()).values().stream()
        .filter(each -> !theirs.containsKey(each.id()))
        .toList();
  }
}
