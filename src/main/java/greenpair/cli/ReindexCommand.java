package greenpair.cli;

import greenpair.catalog.Kind;
import greenpair.index.GenerationStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair reindex`
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a new generation of the index from catalog files and publishes it.",
      "A server that runs on the same data folder picks it up by itself."
    },
    footer = {
      "%nExamples:",
      "  greenpair reindex                      the demonstration cohort",
      "  greenpair reindex my-catalog.jsonl     a file of your own",
      "  greenpair reindex fixtures more/       folders: every *.jsonl in them"
    })
final class ReindexCommand implements Callable<Integer> {
  static final int KEEP = 3;

  @Mixin private Places places = new Places();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "catalog files or folders of them (default: fixtures beside the launcher)")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = "--allow-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "publish even when up to N lines are bad and left out (default: none)")
  private long allowRejects;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "3",
      description = "generations to keep for rolling back (default: ${DEFAULT-VALUE})")
  private int keep = KEEP;

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.read(places.config());
    GenerationStore store = new GenerationStore(places.data());
    List<Path> files = sources.isEmpty() ? List.of(Places.fixtures()) : sources;
    Reindex.Outcome outcome =
        new Reindex(engine, store, Progress.onTerminal())
            .run(new Reindex.Order(files, allowRejects, Math.max(1, keep)), Instant.now());
    Table table = new Table("kind", "entries");
    for (Kind kind : Kind.values()) {
      table.row(kind.word(), outcome.manifest().count(kind));
    }
    Output.print(table + "published generation " + outcome.manifest().id() + "\n");
    if (outcome.rejected() > 0) {
      Output.print(
          "left out: "
              + outcome.rejected()
              + "\n  "
              + String.join("\n  ", outcome.firstRejects())
              + "\n");
    }
    return Exit.OK;
  }
}
