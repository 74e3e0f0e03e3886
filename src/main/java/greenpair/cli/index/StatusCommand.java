package greenpair.cli.index;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.message.Message;
import greenpair.web.monitoring.Status;
import picocli.CommandLine.Command;

@Command(name = "status")
public final class StatusCommand extends Subcommand {
  private static final int SHOWN = 5;

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    GenerationStore store = places.store();
    // Asked before this process reads one itself.
    Set<String> used = used(store);
    try (LiveIndex live = wiring.live(store)) {
      live.refresh();
      String published = store.published().orElse("none");
      List<Manifest> generations = store.list();
      if (output.isJson()) {
        output.print(Status.of(live, store, wiring.configuration(), null), "");
      } else {
        print(generations, published, used, store, wiring.configuration());
        live.refusals()
            .forEach(each -> Output.print(output.line(Message.of("reindex.refused", "why", each))));
        Output.print(output.line(Message.of(live.isReady() ? "status.ready" : "status.nothing")));
      }
      return live.isReady() ? Exit.OK : Exit.NOTHING_TO_SERVE;
    }
  }

  private void print(
      List<Manifest> generations,
      String published,
      Set<String> used,
      GenerationStore store,
      String configuration) {
    TextTable table =
        output.table("generation", "created", "configuration", "firms", "deployments", "state");
    for (Manifest each : generations) {
      table.row(
          each.id(),
          each.created(),
          each.configuration().substring(0, 12),
          each.count(Kind.FIRM),
          each.count(Kind.DEPLOYMENT),
          state(each.id(), published, used, store));
    }
    Output.print(
        table
            + output.line(
                Message.of("status.configuration", "digest", configuration.substring(0, 12))));
    List<Publication> journal = store.journal();
    for (Publication each : journal.subList(Math.max(0, journal.size() - SHOWN), journal.size())) {
      Message act = Message.of("status.act", "word", Word.of(each.act()));
      Message line =
          Message.of(
              "status.journal",
              "at",
              each.at().toString(),
              "act",
              act,
              "id",
              each.id(),
              "by",
              each.by());
      Output.print(output.say(line) + (each.reason().isEmpty() ? "" : ": " + each.reason()) + "\n");
    }
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

  private String state(String id, String published, Set<String> used, GenerationStore store) {
    boolean isPassed = store.journal().stream().anyMatch(each -> each.id().equals(id));
    List<Message> states = new ArrayList<>();
    if (id.equals(published)) {
      states.add(Message.of("status.act", "word", "published"));
    } else if (!isPassed) {
      states.add(Message.of("page.data." + (store.isFinished(id) ? "unpublished" : "unfinished")));
    }
    if (used.contains(id)) {
      states.add(Message.of("page.data.served"));
    }
    return states.stream().map(output::say).collect(Collectors.joining(", "));
  }
}
