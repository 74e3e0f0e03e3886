package greenpair.follow;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import greenpair.reindex.gate.GenerationComparison;
import greenpair.reindex.gate.Shortlists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A generation of the index as it is compared.
final class SnapshotView implements GenerationView {
  private final Snapshot snapshot;
  private final Path directory;
  private final Recommender recommender;
  private final BiFunction<String, Snapshot, List<Entry>> search;
  private @Nullable Compared compared;

  /// The comparison with another generation by the run that built it.
  ///
  /// @param changed lists that are not alike, each as the word of its kind, a space and the
  ///     id of its need
  private record Compared(String before, Set<EntryId> needs, Set<String> changed) {}

  SnapshotView(
      Snapshot snapshot,
      Path directory,
      Recommender recommender,
      BiFunction<String, Snapshot, List<Entry>> search) {
    this.snapshot = snapshot;
    this.directory = directory;
    this.recommender = recommender;
    this.search = search;
  }

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
  public boolean isKnownAlike(String before, Kind kind, Need need) {
    Compared known = compared;
    if (known == null || !known.before.equals(before)) {
      known = compared(before);
      compared = known;
    }
    return known.needs.contains(need.id())
        && !known.changed.contains(kind.word() + " " + need.id());
  }

  private Compared compared(String before) {
    try {
      return GenerationComparison.read(directory)
          .filter(each -> each.isWith(before, snapshot.configuration(), Differences.PLACES))
          .map(each -> compared(before, each))
          .orElseGet(() -> new Compared(before, Set.of(), Set.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Compared compared(String before, GenerationComparison kept) {
    return new Compared(
        before,
        Shortlists.sample(snapshot, kept.needs()).stream()
            .map(Need::id)
            .collect(Collectors.toSet()),
        kept.changes().stream()
            .map(each -> each.kind() + " " + each.need())
            .collect(Collectors.toSet()));
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
