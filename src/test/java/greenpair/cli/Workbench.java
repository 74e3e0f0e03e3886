package greenpair.cli;

import module java.base;

import greenpair.BuiltFolder;
import greenpair.SmallConfiguration;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.index.ReindexText;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.analysis.IndexSettings;
import greenpair.match.Recommender;
import greenpair.program.ProgramStore;
import greenpair.program.database.DatabaseSettings;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.Reindexing;
import greenpair.reindex.run.ReindexRequest;
import greenpair.search.Search;
import greenpair.web.Server;
import greenpair.web.ServerParts;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.settings.WebSettings;

/// The program's parts, wired as the commands wire them, for measuring without a process of its
/// own.
public final class Workbench {
  private static final BuiltFolder DEMONSTRATION = new BuiltFolder(Workbench::demonstrate);
  private static final BuiltFolder SMALL = new BuiltFolder(SmallConfiguration::copyTo);

  private final CommandWiring engine;

  public Workbench(Path configuration) {
    engine = CommandWiring.read(configuration);
  }

  /// The parts with the small configuration.
  public static Workbench small() {
    try {
      return new Workbench(SMALL.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Taxonomy taxonomy() {
    return engine.taxonomy();
  }

  public IndexSettings indexSettings() {
    return engine.indexSettings();
  }

  public CatalogJson json() {
    return engine.json();
  }

  public Recommender recommender() {
    return engine.recommender();
  }

  public Search search() {
    return engine.search();
  }

  /// Runs that write to a data folder.
  public Reindexing reindexing(Path data) {
    return engine.reindexing(new GenerationStore(data));
  }

  /// The same, notified of each step.
  public Reindexing reindexing(GenerationStore store) {
    return engine.reindexing(store);
  }

  /// The index that is published in a data folder, opened.
  public LiveIndex open(Path data) {
    LiveIndex live = engine.live(new GenerationStore(data));
    live.refresh();
    return live;
  }

  /// The index of a data folder that may share generations; nothing is opened yet.
  public LiveIndex open(GenerationStore store) {
    return engine.live(store);
  }

  public Server server(Path data, LiveIndex live, WebSettings settings) {
    // Created once, as in a server, because its suggestions are expensive to build.
    AnswerParts answerParts = engine.answerParts();
    return new Server(
        new ServerParts(
            live,
            new GenerationStore(data),
            new ProgramStore(DatabaseSettings.sqlite(data)),
            wanted -> answerParts,
            new KeptConfigurations(() -> engine, new GenerationStore(data)),
            engine.taxonomy(),
            engine.json(),
            settings,
            Clock.systemUTC()));
  }

  /// What `greenpair reindex CATALOG --source NAME` does.
  ///
  /// @return how long each stage took
  public Map<String, Duration> reindexRegistry(
      List<Path> catalog, String name, Path sources, Path data) throws IOException {
    ReindexRequest.Registries registries =
        new ReindexRequest.Registries(List.of(name), sources, sources);
    return run(new ReindexRequest(catalog, registries, Tolerance.ANY, 2), data);
  }

  /// Executes a request and reports its registries.
  ///
  /// @return how long each stage took
  public Map<String, Duration> run(ReindexRequest order, Path data) throws IOException {
    ProgressLine progress = new ProgressLine(System.err, false, System::nanoTime, Language.EN);
    ReindexReport report =
        engine.reindexing(new GenerationStore(data)).run(order, progress, Instant.now());
    progress.done();
    report.sources().notes().forEach(System.out::println);
    System.out.println(report.outcome());
    if (!report.sources().accounts().isEmpty()) {
      System.out.println(new ReindexText(report, data, Language.EN));
    }
    return progress.times();
  }

  private static void demonstrate(Path folder) throws IOException {
    new Workbench(Path.of("index-config")).reindexQuietly(List.of(Path.of("fixtures")), folder);
  }

  /// Puts a copy of the index of the demonstration into a data folder.
  public static void copyDemonstration(Path data) throws IOException {
    DEMONSTRATION.copyTo(data);
  }

  /// The parts with the project's configuration, and a new data folder with a copy of the index of
  /// the demonstration.
  public static Workbench demonstration(Path data) throws IOException {
    copyDemonstration(data);
    return new Workbench(Path.of("index-config"));
  }

  /// Indexes catalog files without output.
  public void reindexQuietly(List<Path> sources, Path data) throws IOException {
    reindexQuietly(new ReindexRequest(sources, null, Tolerance.ANY, 1), new GenerationStore(data));
  }

  /// Executes a request without output.
  public void reindexQuietly(ReindexRequest order, GenerationStore store) throws IOException {
    ProgressLine progress = new ProgressLine(System.err, false, System::nanoTime, Language.EN);
    engine.reindexing(store).run(order, progress, Instant.now());
  }

  /// What `greenpair reindex` does.
  ///
  /// @return how long each stage took
  public Map<String, Duration> reindex(List<Path> sources, Path data) throws IOException {
    return run(new ReindexRequest(sources, null, Tolerance.ANY, 1), data);
  }
}
