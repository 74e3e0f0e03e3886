package greenpair.cli.query;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.index.read.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists ids with names, for the arguments of other commands.
@Command(name = "list")
public final class ListCommand extends Subcommand {
  private static final int PAGE = 1000;

  @Parameters(paramLabel = "KIND", converter = Converters.Kinds.class)
  private Kind kind = Kind.CITY;

  @Option(names = "--all")
  private boolean all;

  @Override
  public Integer call() {
    try (OpenIndex index = OpenIndex.open(wiring(), places)) {
      List<Listed> shown =
          index.answer(
              snapshot -> entries(snapshot).stream().map(each -> listed(each, snapshot)).toList());
      TextTable table = output.table("id", "name", "city");
      for (Listed each : shown) {
        Text city = each.cityName;
        table.row(
            each.id,
            each.name.best(output.language()),
            city == null ? "" : city.best(output.language()));
      }
      output.print(shown, table);
    }
    return Exit.OK;
  }

  private List<? extends Entry> entries(Snapshot snapshot) {
    if (!all && kind == Kind.CITY) {
      return snapshot.participants(Integer.MAX_VALUE);
    }
    if (!all && kind == Kind.NEED) {
      return snapshot.participants(Integer.MAX_VALUE).stream()
          .flatMap(city -> snapshot.ownNeeds(city.id()).stream())
          .toList();
    }
    List<Entry> entries = new ArrayList<>();
    List<Entry> page;
    do {
      page = snapshot.entries(kind, entries.size(), PAGE);
      entries.addAll(page);
    } while (page.size() == PAGE);
    return entries;
  }

  private static Listed listed(Entry entry, Snapshot snapshot) {
    EntryId city =
        switch (entry) {
          case Need need -> need.city();
          case Deployment deployment -> deployment.city();
          default -> null;
        };
    Text name = city == null ? null : snapshot.name(Kind.CITY, city).orElse(null);
    return new Listed(entry.id(), entry.name(), city, name);
  }

  /// @param city of a need or deployment; null for others
  private record Listed(EntryId id, Text name, @Nullable EntryId city, @Nullable Text cityName) {}
}
