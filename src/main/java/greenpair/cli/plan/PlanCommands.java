package greenpair.cli.plan;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.RequestOptions;
import greenpair.cli.app.Streams;
import greenpair.cli.app.Subcommand;
import greenpair.index.GenerationStore;
import greenpair.index.read.Snapshot;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.web.input.Input;
import greenpair.web.plans.MeetingsOrder;
import greenpair.web.plans.PlanCheckView;
import greenpair.web.plans.PlanDocument;
import greenpair.web.plans.PlanOrders;
import greenpair.web.plans.PlanRequests;
import greenpair.web.plans.PlanView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `greenpair plan …`
public final class PlanCommands {
  private PlanCommands() {}

  /// Makes a plan. The options are the fields of the order in the API; plans that it names are
  /// files.
  abstract static class Making extends Subcommand {
    private final Class<? extends PlanOrders.Order> order;

    private @Nullable CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", converter = Converters.OutputFile.class)
    private @Nullable Path file;

    Making(Class<? extends PlanOrders.Order> order) {
      this.order = order;
    }

    @Spec
    void addOptions(CommandSpec command) {
      this.spec =
          RequestOptions.add(command, order, Set.of("keep", "plan", "pairs"), Set.of("title"));
    }

    @Override
    public Integer call() throws IOException {
      CommandWiring engine = engine();
      try (OpenIndex index = OpenIndex.open(engine, places)) {
        Snapshot snapshot = index.snapshot();
        Input input =
            RequestOptions.input(Objects.requireNonNull(spec), order, snapshot, engine.taxonomy());
        PlanRequest request = new PlanRequests(input, SavedPlans.INSTANCE).of(order);
        PlanResult made =
            index.answer(now -> engine.planner().make(request, now, PlanObserver.NONE));
        save(
            PlanDocument.of(
                request, made, snapshot.manifest().id(), snapshot.configuration(), engine::stored));
        PlanText text = new PlanText(engine.planner().words(snapshot), output.language());
        output.print(engine, PlanView.shown(request, made), () -> text.of(request, made));
        return made instanceof PlanResult.Partners none && none.plan() == null
            ? Exit.BAD_DATA
            : Exit.OK;
      }
    }

    private void save(PlanDocument document) throws IOException {
      if (file != null) {
        document.write(file);
      }
    }
  }

  private enum SavedPlans implements PlanRequests.EarlierPlans {
    INSTANCE;

    @Override
    public PlanRequests.@Nullable Earlier find(String name) {
      Path path = Path.of(name);
      if (!Files.exists(path)) {
        return null;
      }
      PlanDocument plan = read(path);
      return new PlanRequests.Earlier(plan.asked(), plan.made(), List.of());
    }

    private static PlanDocument read(Path path) {
      try {
        return PlanDocument.parse(path.toString(), Streams.text(path));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + path, e);
      }
    }

    /// The same for each timetable of the same plan.
    @Override
    public String root(MeetingsOrder order) {
      return order.plan() == null
          ? UUID.randomUUID().toString()
          : read(Path.of(order.plan())).digest();
    }
  }

  @Command(name = "cohort")
  public static final class Cohort extends Making {
    Cohort() {
      super(PlanOrders.Cohort.class);
    }
  }

  @Command(name = "pairs")
  public static final class Pairs extends Making {
    Pairs() {
      super(PlanOrders.Pairs.class);
    }
  }

  @Command(name = "partners")
  public static final class Partners extends Making {
    Partners() {
      super(PlanOrders.Partners.class);
    }
  }

  @Command(name = "meetings")
  public static final class Meetings extends Making {
    Meetings() {
      super(MeetingsOrder.class);
    }
  }

  @Command(name = "check")
  public static final class Check extends Subcommand {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      PlanDocument document = PlanDocument.parse(file.toString(), Streams.text(file));
      CommandWiring engine = engine();
      PlanCheckView check =
          PlanCheckView.of(
              document, new KeptConfigurations(() -> engine, new GenerationStore(places.data())));
      output.print(
          engine,
          check,
          () ->
              check.says().stream()
                  .map(each -> each.best(output.language()) + "\n")
                  .collect(Collectors.joining()));
      return check.sound() ? Exit.OK : Exit.BAD_DATA;
    }
  }
}
