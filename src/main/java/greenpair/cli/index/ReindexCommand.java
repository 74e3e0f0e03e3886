package greenpair.cli.index;

import module java.base;

import greenpair.background.ThreadPriority;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.UsageException;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.source.SourceFolders;
import greenpair.index.GenerationStore;
import greenpair.message.Message;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.gate.GenerationComparison;
import greenpair.reindex.run.ReindexRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reindex")
public final class ReindexCommand extends Subcommand {

  @Parameters(paramLabel = "FILE", arity = "0..*")
  private List<Path> sources = new ArrayList<>();

  @Option(names = "--keep", paramLabel = "N", defaultValue = "3")
  private int keep = ReindexRequest.KEEP;

  @Option(names = "--source", paramLabel = "NAME", split = ",")
  private List<String> names = new ArrayList<>();

  @Mixin private SourceFolders folders = new SourceFolders();

  @Option(names = "--max-rejects", paramLabel = "N|P%", converter = Converters.MaxRejects.class)
  private Tolerance maxRejects = Tolerance.DEFAULT;

  @Option(names = "--force")
  private boolean force;

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  @Override
  public Integer call() throws IOException {
    if (force && (reason == null || reason.isBlank())) {
      throw new UsageException(Message.of("usage.with", "one", "--force", "other", "--reason"));
    }
    ThreadPriority.giveWay(); // A server beside it goes first.
    CommandWiring wiring = wiring();
    ProgressLine progress = ProgressLine.onTerminal(output.language());
    GenerationStore store = places.store();
    ReindexRequest request =
        request(store).by(System.getProperty("user.name", "unknown"), force ? reason : null);
    ReindexReport report = wiring.reindexing(store).run(request, progress, Instant.now());
    progress.done();
    Path folder = store.directory(report.manifest().id());
    output.print(Document.of(report), new ReindexText(report, folder, output.language()));
    return report.outcome() == ReindexReport.Outcome.REFUSED ? Exit.BAD_DATA : Exit.OK;
  }

  private ReindexRequest request(GenerationStore store) {
    ServerSettings settings = places.settings();
    if (!names.isEmpty() || folders.isGiven()) {
      var registries =
          new ReindexRequest.Registries(
              names, folders.folder(settings), folders.gazetteer(settings));
      return new ReindexRequest(sources, registries, maxRejects, Math.max(1, keep));
    }
    if (folders.hasGazetteer()) {
      throw new UsageException(
          Message.of("usage.with", "one", "--gazetteer", "other", "--sources"));
    }
    if (!sources.isEmpty()) {
      return new ReindexRequest(sources, null, maxRejects, Math.max(1, keep));
    }
    // What the settings name; the demonstration only without them, and never over a generation
    // built from other files.
    List<Path> catalogs = settings.catalogs();
    Demonstration.checkMayReplace(store, catalogs);
    return new ReindexRequest(catalogs, settings.registries(), maxRejects, Math.max(1, keep));
  }

  /// What `--json` prints.
  ///
  /// @param generation that was built, or the last one if nothing changed
  /// @param comparison with the last generation; null if nothing changed
  /// @param registries results of the rows of each registry
  private record Document(
      String generation,
      ReindexReport.Outcome outcome,
      Map<String, Long> entries,
      @Nullable GenerationComparison comparison,
      Map<String, RowResults> registries,
      List<String> rejects,
      List<Text> notes,
      long doubts,
      List<String> pruned) {
    static Document of(ReindexReport report) {
      Map<String, Long> entries = new LinkedHashMap<>();
      for (Kind kind : Kind.values()) {
        entries.put(kind.word(), report.manifest().count(kind));
      }
      return new Document(
          report.manifest().id(),
          report.outcome(),
          entries,
          report.comparison(),
          report.sources().accounts(),
          report.sources().rejectFiles().stream().map(Path::toString).toList(),
          report.sources().notes(),
          report.sources().doubts(),
          report.pruned());
    }
  }
}
