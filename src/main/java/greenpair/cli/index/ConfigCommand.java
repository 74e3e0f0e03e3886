package greenpair.cli.index;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Shows each effective setting and its origin.",
      "An origin is the command line, the environment, greenpair.yaml or the default. If any"
          + " setting is invalid, lists all invalid settings and exits with 3."
    },
    footer = {"%nExample:", "  greenpair config --settings /etc/greenpair/greenpair.yaml"})
public final class ConfigCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    ServerSettings settings = places.settings();
    List<Shown> all = new ArrayList<>();
    TextTable table = new TextTable("setting", "value", "from", "meaning");
    for (Setting each : Setting.values()) {
      String value = String.valueOf(settings.shown(each));
      String from = String.valueOf(settings.from(each));
      all.add(new Shown(each.word(), value, from, each.description()));
      table.row(each.word(), value, from, each.description());
    }
    json.print(all, table.toString());
    return Exit.OK;
  }

  private record Shown(String setting, String value, String from, String meaning) {}
}
