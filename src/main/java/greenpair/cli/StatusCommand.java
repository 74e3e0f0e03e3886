package greenpair.cli;

import greenpair.catalog.Kind;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Manifest;
import greenpair.web.Status;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `greenpair status`
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows the generations of the data folder and whether the published one is good.",
    footer = {"%nExample:", "  greenpair status --json"})
final class StatusCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    Engine engine = Engine.read(places.config());
    GenerationStore store = new GenerationStore(places.data());
    try (LiveIndex live = engine.live(store)) {
      live.refresh();
      String published = store.published().orElse("none");
      List<Manifest> generations = store.list();
      if (output.json) {
        engine.print(Status.of(live, store, engine.configuration(), null));
      } else {
        print(generations, published, live, engine.configuration());
      }
      return live.isReady() ? Exit.OK : Exit.NOTHING_TO_SERVE;
    }
  }

  private static void print(
      List<Manifest> generations, String published, LiveIndex live, String configuration) {
    Table table = new Table("generation", "created", "configuration", "firms", "deployments", "");
    for (Manifest each : generations) {
      table.row(
          each.id(),
          each.created(),
          each.configuration().substring(0, 12),
          each.count(Kind.FIRM),
          each.count(Kind.DEPLOYMENT),
          each.id().equals(published) ? "published" : "");
    }
    Output.print(table + "configuration " + configuration.substring(0, 12) + "\n");
    live.refusals().forEach(refusal -> Output.print("refused: " + refusal + "\n"));
    Output.print(live.isReady() ? "ready\n" : "nothing to serve; run: greenpair reindex\n");
  }
}
