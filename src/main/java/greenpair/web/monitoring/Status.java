package greenpair.web.monitoring;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.web.answers.AnswerCache;
import org.jspecify.annotations.Nullable;

/// The state of an index and, where one runs, of the server: the document of `/api/v1/status` and
/// of `greenpair status --json`.
///
/// @param configuration digest of the effective configuration; a server follows its folder
/// @param ready whether there is anything to serve
/// @param generation what is served; null if nothing is
/// @param published id of the published generation according to the data folder; null if there is
///     none
/// @param generations ids of all finished generations in the data folder, newest first
/// @param refusals why published generations were not opened at the last look
/// @param server null if no server runs
public record Status(
    String configuration,
    boolean ready,
    @Nullable Generation generation,
    @Nullable String published,
    List<String> generations,
    List<Text> refusals,
    @Nullable Running server) {
  /// The folders of a path; a prefix before them marks a file of changes.
  private static final Pattern FOLDERS = Pattern.compile("^(changes )?(?:.*[/\\\\])?");

  /// The generation that is served.
  ///
  /// @param bytes of all these files together
  public record Generation(
      String id,
      String configuration,
      Instant created,
      Map<String, Long> counts,
      List<Manifest.Source> sources,
      int files,
      long bytes) {
    /// A source without its folder, because anonymous users may read this and paths concern only
    /// the operator.
    private static Manifest.Source named(Manifest.Source source) {
      String name = FOLDERS.matcher(source.name()).replaceFirst("$1");
      return new Manifest.Source(name, source.bytes(), source.digest());
    }

    static Generation of(Manifest manifest) {
      Map<String, Long> counts = new LinkedHashMap<>();
      for (Kind kind : Kind.values()) {
        counts.put(kind.word(), manifest.count(kind));
      }
      return new Generation(
          manifest.id(),
          manifest.configuration(),
          manifest.created(),
          counts,
          manifest.sources().stream().map(Generation::named).toList(),
          manifest.files().size(),
          manifest.files().values().stream().mapToLong(Manifest.Sum::bytes).sum());
    }
  }

  /// A server that runs.
  ///
  /// @param uptimeSeconds whole seconds since it started
  /// @param faults of a changed configuration, which does not take effect until they are fixed
  public record Running(
      Instant started, long uptimeSeconds, AnswerCache.Counts cache, List<Text> faults) {}

  public static Status of(
      LiveIndex live, GenerationStore store, String configuration, @Nullable Running server) {
    Generation generation = null;
    if (live.isReady()) {
      try (Snapshot snapshot = live.acquire()) {
        generation = Generation.of(snapshot.manifest());
      }
    }
    return new Status(
        configuration,
        generation != null,
        generation,
        store.published().orElse(null),
        store.list().stream().map(Manifest::id).filter(id -> store.isFinished(id)).toList(),
        live.refusals().stream().map(Message::text).toList(),
        server);
  }
}
