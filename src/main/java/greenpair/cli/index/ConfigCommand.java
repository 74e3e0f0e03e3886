package greenpair.cli.index;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "config")
public final class ConfigCommand extends Subcommand {

  @Override
  public Integer call() {
    ServerSettings settings = places.settings();
    List<Shown> all = new ArrayList<>();
    TextTable table = output.table("setting", "value", "origin", "meaning");
    for (Setting each : Setting.values()) {
      String value = String.valueOf(settings.shown(each, output.language()));
      String from = settings.from(each, output.language());
      all.add(new Shown(each.word(), value, from, each.description(output.language())));
      table.row(each.word(), value, from, each.description(output.language()));
    }
    output.print(all, table);
    return Exit.OK;
  }

  private record Shown(String setting, String value, String from, String meaning) {}
}
