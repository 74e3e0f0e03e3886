package greenpair.follow;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.follow.FollowRun.Generations;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Publication;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The generations of a data folder.
///
/// @param search the first hits of a saved search
public record PublishedGenerations(
    LiveIndex live,
    GenerationStore store,
    Function<Snapshot, Recommender> recommender,
    BiFunction<String, Snapshot, List<Entry>> search)
    implements Generations {
  private static final Logger log = LoggerFactory.getLogger(PublishedGenerations.class);

  @Override
  public Optional<String> served() {
    if (!live.isReady()) {
      return Optional.empty();
    }
    try (Snapshot snapshot = live.acquire()) {
      return Optional.of(snapshot.manifest().id());
    }
  }

  @Override
  public List<String> after(String id) {
    Optional<String> served = served();
    if (served.isEmpty() || served.get().equals(id)) {
      return List.of();
    }
    List<String> all = store.journal().stream().map(Publication::id).toList();
    int from = all.lastIndexOf(id);
    int to = all.lastIndexOf(served.get());
    if (from < 0 || to <= from) {
      return List.of(served.get()); // The journal does not lead from one to the other.
    }
    List<String> next = new ArrayList<>();
    for (String each : all.subList(from + 1, to + 1)) {
      if (!each.equals(next.isEmpty() ? id : next.getLast())) {
        next.add(each);
      }
    }
    return next;
  }

  @Override
  public Optional<GenerationView> open(String id) {
    try {
      return Optional.of(snapshot(id))
          .map(it -> new SnapshotView(it, recommender.apply(it), search));
    } catch (BadGenerationException e) {
      log.info("changes of generation {} are not known: {}", id, e.getMessage());
      return Optional.empty();
    }
  }

  /// The one that is served is open already.
  private Snapshot snapshot(String id) {
    if (live.isReady()) {
      Snapshot served = live.acquire();
      if (served.manifest().id().equals(id)) {
        return served;
      }
      served.close();
    }
    return live.open(id);
  }

  /// A generation of the index as it is compared.
  private record SnapshotView(
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
}
