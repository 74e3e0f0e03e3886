package greenpair.cli.index;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "config", mixinStandardHelpOptions = true)
public final class ConfigCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    ServerSettings settings = places.settings();
    List<Shown> all = new ArrayList<>();
    TextTable table = new TextTable("setting", "value", "from", "meaning");
    for (Setting each : Setting.values()) {
      String value = String.valueOf(settings.shown(each));
      String from = String.valueOf(settings.from(each));
      all.add(new Shown(each.word(), value, from, each.description(language.get())));
      table.row(each.word(), value, from, each.description(language.get()));
    }
    json.print(all, table.toString());
    return Exit.OK;
  }

  private record Shown(String setting, String value, String from, String meaning) {}
}
