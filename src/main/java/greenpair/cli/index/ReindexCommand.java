package greenpair.cli.index;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.app.TextTable;
import greenpair.cli.app.UsageException;
import greenpair.cli.source.SourceFolders;
import greenpair.index.GenerationStore;
import greenpair.job.ThreadPriority;
import greenpair.message.Message;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.gate.GenerationComparison;
import greenpair.reindex.run.ReindexRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reindex", mixinStandardHelpOptions = true)
public final class ReindexCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "FILE", arity = "0..*")
  private List<Path> sources = new ArrayList<>();

  @Option(names = "--allow-rejects", paramLabel = "N", defaultValue = "0")
  private long allowRejects;

  @Option(names = "--keep", paramLabel = "N", defaultValue = "3")
  private int keep = ReindexRequest.KEEP;

  @Option(names = "--source", paramLabel = "NAME", split = ",")
  private List<String> names = new ArrayList<>();

  @Mixin private SourceFolders folders = new SourceFolders();

  @Option(names = "--max-rejects", paramLabel = "N|P%")
  private @Nullable String maxRejects;

  @Option(names = "--incremental")
  private boolean incremental;

  @Option(names = "--rows", paramLabel = "FILE")
  private List<Path> rows = new ArrayList<>();

  @Option(names = "--since", paramLabel = "DATE", converter = Converters.Day.class)
  private @Nullable LocalDate since;

  @Option(names = "--force")
  private boolean force;

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    if (force && (reason == null || reason.isBlank())) {
      throw new UsageException(Message.of("usage.with", "one", "--force", "other", "--reason"));
    }
    ThreadPriority.giveWay(); // A server beside it goes first.
    CommandWiring engine = CommandWiring.read(places.config());
    ProgressLine progress = ProgressLine.onTerminal();
    GenerationStore store = places.store();
    ReindexRequest order =
        order(store).by(System.getProperty("user.name", "unknown"), force ? reason : null);
    if (incremental) {
      order = order.onlyChanges();
    }
    ReindexReport report = engine.reindexing(store).run(order, progress, Instant.now());
    progress.done();
    if (json.isGiven()) {
      json.print(ReindexDocument.of(report), "");
    } else {
      print(report, store);
    }
    return report.outcome() == ReindexReport.Outcome.REFUSED ? Exit.BAD_DATA : Exit.OK;
  }

  private String lines(Text note) {
    return Message.of("reindex.lines", "note", note).in(language.get());
  }

  private ReindexRequest order(GenerationStore store) {
    Tolerance tolerance = maxRejects == null ? Tolerance.DEFAULT : Tolerance.parse(maxRejects);
    if (!names.isEmpty() || folders.isGiven()) {
      var registries =
          new ReindexRequest.Registries(names, folders.folder(), folders.gazetteer(), rows, since);
      return new ReindexRequest(sources, registries, allowRejects, tolerance, Math.max(1, keep));
    }
    // The files that jobs of the server read, unless files are named; the demonstration only
    // without this setting, and never over a generation built from other files.
    List<Path> catalogs = sources;
    if (sources.isEmpty()) {
      catalogs = places.settings().jobSources().catalogs();
      Demonstration.checkMayReplace(store, catalogs);
    }
    return new ReindexRequest(catalogs, null, allowRejects, tolerance, Math.max(1, keep));
  }

  private void print(ReindexReport report, GenerationStore store) {
    TextTable table = new TextTable("kind", "entries");
    for (Kind kind : Kind.values()) {
      table.row(kind.word(), report.manifest().count(kind));
    }
    GenerationComparison comparison = report.comparison();
    if (comparison != null) {
      Output.print(new ComparisonText(comparison, language.get(), store).toString());
    }
    String id = report.manifest().id();
    Output.print(
        table
            + switch (report.outcome()) {
              case PUBLISHED -> "published generation " + id;
              case FORCED ->
                  "published generation " + id + " by force; the journal keeps the reason";
              case UNCHANGED -> "nothing changed since generation " + id + ", which stays";
              case REFUSED ->
                  "generation "
                      + id
                      + " was built and not published; the last one stays. Fix the sources, or"
                      + " publish it nevertheless with --force --reason TEXT";
            }
            + "\n");
    if (report.leftOut() > 0) {
      Output.print(
          Message.of("reindex.left_out", "count", report.leftOut()).in(language.get())
              + "\n  "
              + String.join(
                  "\n  ",
                  report.firstLeftOut().stream().map(each -> each.in(language.get())).toList())
              + "\n");
    }
    if (incremental) {
      report.notes().forEach(note -> Output.print(lines(note) + "\n"));
    }
    if (!report.registries().isEmpty()) {
      Output.print(new RegistryReport(report, incremental, language.get()).toString());
    }
  }
}
