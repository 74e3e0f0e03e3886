package greenpair.cli.index;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.SharedGenerations;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.web.monitoring.Status;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = CommandWiring.read(places.config());
    GenerationStore store = places.store();
    // Asked before this process reads one itself.
    Set<String> used = used(store);
    try (LiveIndex live = engine.live(store)) {
      live.isBehind();
      live.refresh();
      String published = store.published().orElse("none");
      List<Manifest> generations = store.list();
      if (output.json) {
        engine.print(Status.of(live, store, engine.configuration(), null));
      } else {
        print(generations, published, used, store, engine.configuration());
        live.shared().ifPresent(StatusCommand::print);
        live.refusals().forEach(refusal -> Output.print("refused: " + refusal + "\n"));
        Output.print(live.isReady() ? "ready\n" : "nothing to serve; run: greenpair reindex\n");
      }
      return live.isReady() ? Exit.OK : Exit.NOTHING_TO_SERVE;
    }
  }

  private static void print(
      List<Manifest> generations,
      String published,
      Set<String> used,
      GenerationStore store,
      String configuration) {
    TextTable table =
        new TextTable("generation", "created", "configuration", "firms", "deployments", "");
    for (Manifest each : generations) {
      table.row(
          each.id(),
          each.created(),
          each.configuration().substring(0, 12),
          each.count(Kind.FIRM),
          each.count(Kind.DEPLOYMENT),
          state(each.id(), published, used, store));
    }
    Output.print(table + "configuration " + configuration.substring(0, 12) + "\n");
    List<Publication> journal = store.journal();
    for (Publication each : journal.subList(Math.max(0, journal.size() - SHOWN), journal.size())) {
      Output.print(
          String.join(
                  " ",
                  each.at().toString(),
                  each.act().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  each.id(),
                  "by " + each.by() + (each.reason().isEmpty() ? "" : ": " + each.reason()))
              + "\n");
    }
  }

  private static void print(SharedGenerations.State state) {
    Output.print(
        "shared in "
            + state.backend()
            + " under the name "
            + state.name()
            + ": "
            + state.condition().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + (state.published() == null ? "" : ", published " + state.published())
            + (state.health() == null
                ? ""
                : ", " + state.health() + " with nodes: " + state.nodes())
            + "\n");
  }

  private static Set<String> used(GenerationStore store) throws IOException {
    Set<String> used = new HashSet<>();
    for (Manifest each : store.list()) {
      if (store.isUsed(each.id())) {
        used.add(each.id());
      }
    }
    return used;
  }

  private static String state(
      String id, String published, Set<String> used, GenerationStore store) {
    boolean isPassed = store.journal().stream().anyMatch(each -> each.id().equals(id));
    String unpublished = store.isFinished(id) ? "never published" : "not finished";
    String state = id.equals(published) ? "published" : isPassed ? "" : unpublished;
    return state + (used.contains(id) ? (state.isEmpty() ? "" : ", ") + "in use" : "");
  }
}
