package greenpair.index.cluster;

import greenpair.index.GenerationStore;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations;
import greenpair.index.generation.Publication;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Generations that are shared in an OpenSearch cluster, an index set for each; the alias
/// `NAME-published` names the published one.
public final class OpenSearchGenerations implements SharedGenerations {
  private final ClusterSettings settings;
  private final Connection connection;

  private final PublishedSets sets;
  private final SharedJournal journal;
  private final ClusterCheck watch;
  private final Follower follower;

  /// The generation that the alias named when a run of this process began.
  private volatile Optional<String> base = Optional.empty();

  private OpenSearchGenerations(ClusterSettings settings) {
    this.settings = settings;
    this.connection = new Connection(settings);
    this.sets = new PublishedSets(connection, settings.name());
    this.journal = new SharedJournal(connection, settings.name());
    this.watch = new ClusterCheck(settings, connection, sets);
    this.follower = new Follower(settings, connection, sets, journal, watch);
  }

  /// Sends no request yet.
  ///
  /// @throws IllegalArgumentException if the client's library does not exist
  public static OpenSearchGenerations of(ClusterSettings settings) {
    try {
      return new OpenSearchGenerations(settings);
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "index_backend opensearch needs the libraries opensearch-java and httpclient5, and "
              + e.getMessage()
              + " is missing; put the lib folder of the release back",
          e);
    }
  }

  @Override
  public boolean look(GenerationStore store, OpenGeneration.Context context) {
    return watch.look(store, context);
  }

  @Override
  public void follow(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context)
      throws IOException {
    try {
      watch.checkVersion();
      base = sets.published();
      if (base.isPresent() && !ClusterCheck.has(store, base.get())) {
        follower.adopt(store, lock, context, base.get());
      }
    } catch (SharedException e) {
      watch.fail(e);
      throw e;
    }
  }

  @Override
  public boolean fetch(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    boolean wasPublished = journal.of(id, base.orElse(null)).isPresent();
    follower.fetch(store, lock, context, id);
    return wasPublished;
  }

  @Override
  public boolean isPublished(String id) {
    return base.equals(Optional.of(id));
  }

  @Override
  public void publish(GenerationStore store, Publication publication) throws IOException {
    try {
      add(store, publication);
    } catch (SharedException e) {
      throw FullDisks.added(e, connection);
    }
  }

  private void add(GenerationStore store, Publication publication) throws IOException {
    String id = publication.id();
    boolean isThere = sets.contents(id).filter(each -> Follower.isThere(store, each)).isPresent();
    if (!isThere) {
      sets.delete(id);
      new Upload(connection, settings, store.directory(id), store.steps())
          .run(new LoadingRun(owner(store), base.orElse("")));
    }
    journal.add(publication, base.orElse(null));
    store.steps().done("shared journal written");
    sets.awaitCopies(id);
    sets.publish(id, base.orElse(null));
    base = Optional.of(id);
    store.steps().done("alias switched");
  }

  /// A data folder on a machine.
  private static String owner(GenerationStore store) throws IOException {
    String host = InetAddress.getLocalHost().getHostName();
    return host + ":" + store.data().toRealPath();
  }

  @Override
  public Optional<String> previous(String id) {
    Set<String> there = new HashSet<>(sets.ids());
    return journal.chain(id).stream()
        .map(SharedJournal.Line::id)
        .filter(each -> !each.equals(id) && there.contains(each))
        .findFirst();
  }

  @Override
  public List<String> prune(GenerationStore store, int keep) {
    Set<String> published = new LinkedHashSet<>();
    journal.chain(base.orElse(null)).forEach(each -> published.add(each.id()));
    Set<String> kept = new HashSet<>(published.stream().limit(Math.max(1, keep)).toList());
    try {
      String owner = owner(store);
      List<String> done =
          sets.ids().stream()
              .filter(id -> !kept.contains(id) && isDone(id, owner, published))
              .toList();
      // Asked after the sets were listed: if others published since this run began, it does not
      // know which of them are needed.
      if (!sets.published().equals(base)) {
        return List.of();
      }
      done.forEach(sets::delete);
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a set is no longer needed: it was published before, an interrupted run of this folder
  /// left it, or its run began before the last publication and can no longer publish it.
  private boolean isDone(String id, String owner, Set<String> published) {
    if (published.contains(id)) {
      return true;
    }
    LoadingRun run = sets.run(id);
    return run.owner().equals(owner)
        || (!run.base().isEmpty() && !run.base().equals(base.orElse("")));
  }

  @Override
  public Optional<State> state() {
    return Optional.of(watch.state());
  }

  /// The followed cluster, for messages.
  @Override
  public String toString() {
    return settings.toString();
  }

  @Override
  public void close() {
    connection.close();
  }
}
