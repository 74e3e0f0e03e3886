package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.TextTable;
import greenpair.program.ProgramStore;
import greenpair.program.database.Page;
import greenpair.program.follow.Change;
import greenpair.web.follow.ChangeView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "changes", mixinStandardHelpOptions = true)
final class ProgramChangesCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Option(names = "--token", paramLabel = "ID")
  private @Nullable String token;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
  private int limit = 100;

  private record Document(List<ChangeView> changes) {}

  @Override
  public Integer call() {
    try (ProgramStore store = place.store()) {
      String person = token == null ? null : "token " + token;
      List<Change> changes =
          store.read(all -> all.changes().list(person, Page.NEWEST, Math.max(1, limit))).items();
      List<ChangeView> views = changes.stream().map(ChangeView::of).toList();
      json.print(new Document(views), text(changes, views));
    }
    return Exit.OK;
  }

  private String text(List<Change> changes, List<ChangeView> views) {
    TextTable table = new TextTable("found", "person", "change");
    for (int at = 0; at < views.size(); at++) {
      ChangeView view = views.get(at);
      table.row(
          view.found().toString(),
          changes.get(at).person(),
          Objects.requireNonNull(view.says().in(language.get())));
    }
    return table.toString();
  }
}
