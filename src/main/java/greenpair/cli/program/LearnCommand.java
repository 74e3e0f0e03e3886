package greenpair.cli.program;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.app.Engine;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.config.Problems;
import greenpair.learn.Learning;
import greenpair.learn.Learnt;
import greenpair.learn.WeightFile;
import greenpair.match.rules.RankingSettings;
import greenpair.match.signal.Signals;
import greenpair.program.Introduction;
import greenpair.program.Page;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair learn`
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the outcomes of introductions (met, pilot, contract, stopped) say",
      "about the weights of ranking: before and after, with 90 %% intervals and the",
      "introductions that moved each weight most. Nothing takes effect: --output writes",
      "a ranking.yaml for a coordinator to review."
    },
    footer = {
      "%nExamples:",
      "  greenpair learn",
      "  greenpair learn --lang zh --output learnt.yaml"
    })
public final class LearnCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "language of texts (default: ${DEFAULT-VALUE})",
      defaultValue = "en",
      converter = Output.LanguageConverter.class)
  private Language language = Language.EN;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write ranking.yaml with the new weights to a file that does not exist yet")
  private @Nullable Path output;

  @Option(
      names = "--limit",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "share of itself that a weight may move, at most 1 (default: ${DEFAULT-VALUE})")
  private double limit = Learning.UNAPPROVED;

  @Option(
      names = "--approved-by",
      paramLabel = "NAME",
      description = "the coordinator who approved a limit above 0.2; the audit keeps the name")
  private @Nullable String approvedBy;

  /// What `--json` prints.
  ///
  /// @param configuration digest of the configuration that holds the weights before
  private record Document(
      String generation, String configuration, double limit, List<Learnt> kinds) {}

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Engine engine = Engine.read(places.config());
    Problems problems = new Problems();
    RankingSettings ranking =
        RankingSettings.read(
            engine.folder().settings(RankingSettings.FILE, problems), Signals.BY_SIDE, problems);
    WeightFile file = new WeightFile(engine.folder().lines(RankingSettings.FILE, problems));
    problems.throwIfAny("faults in " + RankingSettings.FILE);
    if (file.isLearnt()) {
      throw new IllegalArgumentException(
          "the weights of "
              + places.config().resolve(RankingSettings.FILE)
              + " are learnt already, and the same outcomes would count twice; give the folder with"
              + " the experts' own weights as --config");
    }
    Learning learning = new Learning(engine.recommender(), ranking, engine.phrases(), limit);
    try (ProgramStore store = new ProgramStore(places.settings().database());
        OpenIndex index = OpenIndex.open(engine, places)) {
      List<Introduction> introductions =
          store.read(
              all ->
                  all.introductions().list(null, null, Page.NEWEST, Integer.MAX_VALUE - 1).items());
      List<Learnt> kinds = new ArrayList<>();
      for (Kind kind : Learning.KINDS) {
        kinds.add(learning.learn(kind, introductions, index.snapshot()));
      }
      String generation = index.snapshot().manifest().id();
      boolean isWritten = write(store, engine, file, kinds);
      String text = new LearnText(language).of(kinds, isWritten ? output : null);
      json.print(new Document(generation, engine.configuration(), limit, kinds), text);
    }
    return Exit.OK;
  }

  private void checkOptions() throws FileAlreadyExistsException {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("--limit must be above 0 and at most 1, got " + limit);
    }
    if (limit > Learning.UNAPPROVED && (approvedBy == null || approvedBy.isBlank())) {
      throw new IllegalArgumentException(
          "--limit "
              + limit
              + " is above "
              + Learning.UNAPPROVED
              + "; name the coordinator who approved it with --approved-by");
    }
    if (output != null && Files.exists(output)) {
      throw new FileAlreadyExistsException(output.toString());
    }
  }

  /// Whether there was something to write and a file to write it to.
  private boolean write(ProgramStore store, Engine engine, WeightFile file, List<Learnt> kinds)
      throws IOException {
    if (output == null) {
      return false;
    }
    if (kinds.stream().allMatch(Learnt::isRefused)) {
      System.err.println("nothing was learnt, so " + output + " was not written");
      return false;
    }
    String approval =
        approvedBy == null
            ? ""
            : ", approved by " + approvedBy.strip().lines().findFirst().orElse("");
    String about =
        String.format(
            java.util.Locale.ROOT,
            "limit %.2f%s, from the experts' weights of configuration %s.",
            limit,
            approval,
            engine.configuration());
    Files.writeString(output, file.with(kinds, about), StandardOpenOption.CREATE_NEW);
    ProgramPlace.audit(store, "weights.learn", output + approval);
    return true;
  }
}
