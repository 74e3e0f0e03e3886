package greenpair.index.cluster;

import greenpair.index.GenerationStore;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Generations that are shared in an OpenSearch cluster, an index set for each; the alias
/// `NAME-published` names the published one.
public final class OpenSearchGenerations implements SharedGenerations {
  private static final Logger log = LoggerFactory.getLogger(OpenSearchGenerations.class);

  /// The default of `greenpair reindex --keep`: the number of copied generations that a folder
  /// keeps.
  private static final int KEPT = 3;

  /// Number of checks after which a failed copy is retried.
  private static final int LOOKS_UNTIL_RETRY = 30;

  private final ClusterSettings settings;
  private final Connection connection;
  private final Sets sets;
  private final SharedJournal journal;
  private volatile State state;

  /// The generation that the alias named when a run of this process began.
  private volatile Optional<String> base = Optional.empty();

  private volatile @Nullable Refusal refusal;
  private final AtomicInteger looks = new AtomicInteger();

  /// A generation that could not be copied under a configuration.
  private record Refusal(String id, String indexing, Condition condition, String fault) {
    boolean isOf(String published, String used) {
      return id.equals(published) && indexing.equals(used);
    }
  }

  /// Whether the version was checked since the cluster last failed to answer.
  private volatile boolean isChecked;

  private OpenSearchGenerations(ClusterSettings settings) {
    this.settings = settings;
    this.connection = new Connection(settings);
    this.sets = new Sets(connection, settings.name());
    this.journal = new SharedJournal(connection, settings.name());
    this.state =
        new State(
            "opensearch",
            settings.name(),
            Condition.UNREACHABLE,
            null,
            null,
            0,
            "the cluster " + settings + " was not asked yet");
  }

  /// Sends no request yet.
  ///
  /// @throws IllegalArgumentException when the client's library is not there
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
    try {
      checkVersion();
      Connection.Answer alias = connection.once("GET", sets.aliasPath(), null);
      Optional<String> published = sets.published(good(alias));
      JsonNode health = good(connection.once("GET", "/_cluster/health", null)).body();
      boolean isBehind = published.isPresent() && !has(store, published.get());
      Optional<Refusal> refused = isBehind ? refused(published.get(), context) : Optional.empty();
      Condition condition =
          published.isEmpty()
              ? Condition.EMPTY
              : isBehind
                  ? refused.map(Refusal::condition).orElse(Condition.COPYING)
                  : Condition.FOLLOWING;
      State last = state;
      state =
          new State(
              last.backend(),
              last.name(),
              condition,
              published.orElse(null),
              health.path("status").asString(""),
              health.path("number_of_nodes").asInt(0),
              published.isEmpty() ? empty() : refused.map(Refusal::fault).orElse(""));
      return isBehind && refused.isEmpty();
    } catch (SharedException e) {
      fail(e);
      return false;
    }
  }

  /// Why the published generation was not copied; empty if it is time to retry.
  private Optional<Refusal> refused(String published, OpenGeneration.Context context) {
    return Optional.ofNullable(refusal)
        .filter(each -> each.isOf(published, context.digests().indexing()))
        .filter(each -> looks.getAndIncrement() < LOOKS_UNTIL_RETRY);
  }

  /// A cluster without a manager answers 503.
  private Connection.Answer good(Connection.Answer answer) {
    if (!answer.isGood() && answer.status() != 404) {
      throw new SharedException(
          Condition.UNREACHABLE,
          "the cluster " + settings + " cannot answer now (" + answer.reason() + ")",
          null);
    }
    return answer;
  }

  private String empty() {
    return "nothing is published under the name "
        + settings.name()
        + " in the cluster; publish a generation: greenpair reindex";
  }

  private void fail(SharedException e) {
    boolean isLost = e.condition() == Condition.UNREACHABLE;
    isChecked &= !isLost;
    State last = state;
    String fault = String.valueOf(e.getMessage());
    if (e.condition() != last.condition() || last.fault().isEmpty()) {
      log.error("{}", fault);
    }
    state =
        new State(
            last.backend(),
            last.name(),
            e.condition(),
            last.published(),
            isLost ? null : last.health(),
            isLost ? 0 : last.nodes(),
            fault);
  }

  private void checkVersion() {
    if (!isChecked) {
      ClusterVersion.check(good(connection.once("GET", "/", null)), settings);
      isChecked = true;
    }
  }

  /// Whether a generation is published in the data folder and in the cluster.
  private static boolean has(GenerationStore store, String id) {
    return store.published().equals(Optional.of(id))
        && Files.exists(store.directory(id).resolve(Manifest.FILE));
  }

  @Override
  public void follow(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context)
      throws IOException {
    try {
      checkVersion();
      base = sets.published();
      if (base.isPresent() && !has(store, base.get())) {
        adopt(store, lock, context, base.get());
      }
    } catch (SharedException e) {
      fail(e);
      throw e;
    }
  }

  /// Copies the published generation and publishes it in the folder.
  private void adopt(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    try {
      if (copy(store, lock, context, id)) {
        Optional<Publication> line = journal.of(id, id).map(SharedJournal.Line::publication);
        store.adopt(line.orElseGet(() -> unknown(id)));
        log.info("generation {} copied from the cluster", id);
        refusal = null;
        look(store, context);
        store.prune(KEPT);
      }
    } catch (SharedException e) {
      refuse(id, context, e);
      throw e;
    }
  }

  private void refuse(String id, OpenGeneration.Context context, SharedException e) {
    looks.set(0);
    String fault = String.valueOf(e.getMessage());
    refusal = new Refusal(id, context.digests().indexing(), e.condition(), fault);
    fail(e);
  }

  /// Handles the loss of the cluster's journal.
  private Publication unknown(String id) {
    return new Publication(
        sets.contents(id).orElseThrow().time(), Publication.Act.PUBLISHED, id, "cluster", "");
  }

  /// Whether it is in the folder now.
  private boolean copy(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    Contents contents = sets.contents(id).orElseThrow(() -> incomplete(id));
    if (isThere(store, contents)) {
      return true;
    }
    if (!contents.indexing().equals(context.digests().indexing())) {
      refuse(id, context, otherConfiguration(contents, context));
      return false;
    }
    new Copy(connection, settings.name(), contents).into(store, lock, context);
    return true;
  }

  private static boolean isThere(GenerationStore store, Contents contents) {
    try {
      return contents.isOf(Manifest.read(store.directory(contents.id())));
    } catch (BadGenerationException e) {
      return false;
    }
  }

  private SharedException incomplete(String id) {
    return new SharedException(
        Condition.DAMAGED,
        "generation "
            + id
            + " is published in the cluster "
            + settings
            + " and its index set is not whole; publish one that is: greenpair rollback or"
            + " greenpair reindex",
        null);
  }

  private static SharedException otherConfiguration(
      Contents contents, OpenGeneration.Context context) {
    return new SharedException(
        Condition.OTHER_CONFIGURATION,
        "generation "
            + contents.id()
            + " of the cluster was built with configuration "
            + contents.indexing().substring(0, 12)
            + " and this one is "
            + context.digests().indexing().substring(0, 12)
            + "; give all servers the same index-config and start them again",
        null);
  }

  @Override
  public boolean fetch(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    boolean wasPublished = journal.of(id, base.orElse(null)).isPresent();
    if (sets.contents(id).isPresent()) {
      copy(store, lock, context, id);
    }
    return wasPublished;
  }

  @Override
  public boolean isPublished(String id) {
    return base.equals(Optional.of(id));
  }

  @Override
  public void publish(GenerationStore store, Publication publication) throws IOException {
    String id = publication.id();
    boolean isThere = sets.contents(id).filter(each -> isThere(store, each)).isPresent();
    if (!isThere) {
      sets.delete(id);
      new Upload(connection, settings, store.directory(id), store.steps()).run(owner(store));
    }
    journal.add(publication, base.orElse(null));
    store.steps().done("shared journal written");
    sets.publish(id, base.orElse(null));
    base = Optional.of(id);
    store.steps().done("alias switched");
  }

  /// A data folder on a machine.
  private static String owner(GenerationStore store) throws IOException {
    String host = java.net.InetAddress.getLocalHost().getHostName();
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
    List<String> deleted = new java.util.ArrayList<>();
    try {
      String owner = owner(store);
      for (String id : sets.ids()) {
        if (!kept.contains(id) && isDone(id, owner, published)) {
          sets.delete(id);
          deleted.add(id);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return deleted;
  }

  /// Whether a set is no longer needed: it was published before, an interrupted run of this folder
  /// left it, or the published one is newer, so the run that loads it cannot publish it.
  private boolean isDone(String id, String owner, Set<String> published) {
    return published.contains(id)
        || base.map(each -> id.compareTo(each) < 0).orElse(false)
        || sets.owner(id).equals(owner);
  }

  @Override
  public Optional<State> state() {
    return Optional.of(state);
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
