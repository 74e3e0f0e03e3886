package greenpair.index.cluster;

import greenpair.index.GenerationStore;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.SharedGenerations.State;
import greenpair.index.generation.Manifest;
import greenpair.index.read.OpenGeneration;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// The periodic check of a cluster and its result. Thread-safe.
final class ClusterCheck {
  private static final Logger log = LoggerFactory.getLogger(ClusterCheck.class);

  /// Number of checks after which a failed copy is retried.
  private static final int LOOKS_UNTIL_RETRY = 30;

  private final ClusterSettings settings;
  private final Connection connection;
  private final PublishedSets sets;
  private volatile State state;
  private volatile @Nullable Refusal refusal;
  private final AtomicInteger looks = new AtomicInteger();

  /// Whether the version was checked since the cluster last failed to answer.
  private volatile boolean isChecked;

  /// A generation that could not be copied under a configuration.
  private record Refusal(String id, String indexing, Condition condition, String fault) {
    boolean isOf(String published, String used) {
      return id.equals(published) && indexing.equals(used);
    }
  }

  ClusterCheck(ClusterSettings settings, Connection connection, PublishedSets sets) {
    this.settings = settings;
    this.connection = connection;
    this.sets = sets;
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

  State state() {
    return state;
  }

  /// Reports whether the published generation should be copied now.
  boolean look(GenerationStore store, OpenGeneration.Context context) {
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
          "the cluster " + settings + " cannot answer now (" + answer.reason() + ")");
    }
    return answer;
  }

  private String empty() {
    return "nothing is published under the name "
        + settings.name()
        + " in the cluster; publish a generation: greenpair reindex";
  }

  /// Checks the version, once until the cluster fails to answer.
  void checkVersion() {
    if (!isChecked) {
      ClusterVersion.check(good(connection.once("GET", "/", null)), settings);
      isChecked = true;
    }
  }

  /// Whether a generation is published in the data folder.
  static boolean has(GenerationStore store, String id) {
    return store.published().equals(Optional.of(id))
        && Files.exists(store.directory(id).resolve(Manifest.FILE));
  }

  /// Records that a generation was copied.
  void copied() {
    refusal = null;
  }

  /// Records why a generation was not copied; it is retried later.
  void refuse(String id, OpenGeneration.Context context, SharedException e) {
    looks.set(0);
    String fault = String.valueOf(e.getMessage());
    refusal = new Refusal(id, context.digests().indexing(), e.condition(), fault);
    fail(e);
  }

  /// Records a failure.
  void fail(SharedException e) {
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
}
