package greenpair.cli.program;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import greenpair.learn.Proposal;
import greenpair.learn.ShadowReport;
import greenpair.learn.ShadowRun;
import greenpair.learn.WeightLearning;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.ShadowCycle;
import greenpair.program.access.RequestOrigin;
import greenpair.program.database.Stamp;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "shadow", mixinStandardHelpOptions = true)
public final class LearnShadowCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Option(names = "--start")
  private boolean start;

  @Option(names = "--end")
  private boolean end;

  @Option(names = "--approve")
  private boolean approve;

  @Option(names = "--days", paramLabel = "N")
  private @Nullable Integer days;

  @Option(names = "--limit", paramLabel = "SHARE", defaultValue = "0.2")
  private double limit = WeightLearning.DEFAULT_LIMIT;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  private record Shown(@Nullable ShadowReport cycle) {}

  @Override
  public Integer call() throws IOException {
    checkOptions();
    CommandWiring engine = CommandWiring.read(places.config());
    try (ProgramStore store = new ProgramStore(places.settings().database());
        OpenIndex index = OpenIndex.open(engine, places)) {
      ShadowRun shadow = new ShadowRun(store, Clock.systemUTC());
      if (start) {
        Proposal proposal = proposal(engine, store, index);
        if (proposal.wasRefused()) {
          throw new IllegalArgumentException(
              "nothing was learnt, so there are no weights to run; greenpair learn states why");
        }
        store.write(records -> begin(proposal, engine.learning(), records));
      } else if (end) {
        store.write(this::stop);
      }
      String done = approve ? approve(store, engine.learning(), shadow) : "";
      shadow.run(engine.learning(), index.snapshot());
      Optional<ShadowReport> report = shadow.report(index.snapshot());
      json.print(
          new Shown(report.orElse(null)),
          done + new ShadowText(language.get(), places.settings().zone()).of(report));
      return Exit.OK;
    }
  }

  private Proposal proposal(CommandWiring engine, ProgramStore store, OpenIndex index) {
    return engine
        .learning()
        .propose(store.read(records -> records.introductions().all()), limit, index.snapshot());
  }

  private void checkOptions() {
    if (Stream.of(start, end, approve).filter(each -> each).count() > 1) {
      throw new IllegalArgumentException(
          "--start, --end and --approve exclude each other; give one of them");
    }
    if ((start || end || approve) && (by == null || by.isBlank())) {
      throw new IllegalArgumentException("name the coordinator who decided with --by");
    }
    if (days != null && !start) {
      throw new IllegalArgumentException("--days needs --start");
    }
    if (days != null && (days < 0 || days > RankingSettings.MOST_SHADOW_DAYS)) {
      throw new IllegalArgumentException(
          "--days must be an integer from 0 to %s, but was %s"
              .formatted(RankingSettings.MOST_SHADOW_DAYS, days));
    }
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("--limit must be above 0 and at most 1, but was " + limit);
    }
  }

  private ShadowCycle begin(Proposal proposal, WeightLearning learning, Records records) {
    if (records.shadows().running().isPresent()) {
      throw new IllegalArgumentException(
          "another shadow is running; wait for its end, or end it with greenpair learn shadow"
              + " --end");
    }
    Stamp stamp = new Stamp(who(), Instant.now());
    int length = days == null ? learning.experts().shadowDays() : days;
    audit(records, stamp, "weights.shadow", proposal.id());
    return ShadowRun.start(proposal, length, learning, records, stamp);
  }

  private ShadowCycle stop(Records records) {
    ShadowCycle running =
        records
            .shadows()
            .running()
            .orElseThrow(
                () -> new IllegalArgumentException("nothing to end: no shadow is running"));
    Stamp stamp = new Stamp(who(), Instant.now());
    audit(records, stamp, "weights.end_shadow", running.proposal());
    var _ = records.shadows().end(running, ShadowCycle.End.STOPPED, stamp.at());
    return running;
  }

  private String approve(ProgramStore store, WeightLearning learning, ShadowRun shadow) {
    LearntWeights tried =
        shadow
            .tried(learning.experts())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "nothing to approve: no shadow was started, or the experts' weights have"
                            + " changed since"));
    learning.file().checkWritable();
    ProgramPlace.audit(store, "weights.approve", tried.proposal() + ", by " + who());
    learning.file().put(tried.approved(who(), Instant.now()));
    return Message.of("learn.done.approve", "proposal", tried.proposal()).in(language.get()) + "\n";
  }

  private void audit(Records records, Stamp stamp, String action, String proposal) {
    String subject = proposal + ", by " + stamp.by();
    records.audit().add(ProgramPlace.OPERATOR, stamp.at(), action, subject, RequestOrigin.NONE);
  }

  private String who() {
    return by == null ? "" : by.strip();
  }
}
