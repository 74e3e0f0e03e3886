package greenpair.cli.index;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.Table;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `greenpair config`
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the settings in force and where each is from: command line, environment,",
      "greenpair.yaml or default. With faults it lists all of them and ends with exit code 3."
    },
    footer = {"%nExample:", "  greenpair config --settings /etc/greenpair/greenpair.yaml"})
public final class ConfigCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    ServerSettings settings = places.settings();
    Table table = new Table("setting", "value", "from", "what it is");
    for (Setting each : Setting.values()) {
      table.row(each.word(), settings.shown(each), settings.from(each), each.description());
    }
    Output.print(table.toString());
    return Exit.OK;
  }
}
