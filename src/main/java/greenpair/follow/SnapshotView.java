package greenpair.follow;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A generation of the index as it is compared.
record SnapshotView(
    Snapshot snapshot, Recommender recommender, BiFunction<String, Snapshot, List<Entry>> search)
    implements GenerationView {
  @Override
  public String id() {
    return snapshot.manifest().id();
  }

  @Override
  public Optional<Entry> entry(Kind kind, EntryId id) {
    return snapshot.entry(kind, id);
  }

  @Override
  public List<Need> needs(EntryId city) {
    return snapshot.ownNeeds(city);
  }

  @Override
  public Set<EntryId> recommended(Kind kind, Need need) {
    return recommender.good(kind, need, Integer.MAX_VALUE, snapshot).stream()
        .map(Ranked::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public void deployments(Consumer<Deployment> each) {
    snapshot.ids(
        Kind.DEPLOYMENT,
        id -> snapshot.entry(Kind.DEPLOYMENT, id).map(Deployment.class::cast).ifPresent(each));
  }

  @Override
  public List<Entry> hits(String query) {
    return search.apply(query, snapshot);
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
