package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Messages;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class HelpTextsTest {
  private static final CommandLine CHINESE = Main.commandLine(Language.ZH);

  private static List<CommandSpec> commands(CommandLine command) {
    List<CommandSpec> all = new ArrayList<>();
    all.add(command.getCommandSpec());
    new HashSet<>(command.getSubcommands().values()).forEach(each -> all.addAll(commands(each)));
    return all;
  }

  @Test
  void help_onAChineseTerminal_isInChinese() {
    Set<String> foreign = new TreeSet<>();
    for (CommandSpec command : commands(CHINESE)) {
      List<String> texts = new ArrayList<>(List.of(command.usageMessage().description()));
      command.args().forEach(each -> texts.add(String.join(" ", each.description())));
      for (String text : texts) {
        if (text.codePoints().noneMatch(Character::isIdeographic)) {
          foreign.add(command.qualifiedName() + ": " + text);
        }
      }
    }
    assertEquals(Set.of(), foreign);
    String usage = CHINESE.getUsageMessage(CommandLine.Help.Ansi.OFF);
    assertTrue(usage.startsWith("用法：greenpair [-hV] COMMAND"), usage);
  }

  @Test
  void everyText_isOfACommandOrAnOption() {
    Set<String> known = new HashSet<>();
    for (CommandSpec command : commands(CHINESE)) {
      List<String> names = new ArrayList<>();
      for (String part :
          List.of(
              "description",
              "header",
              "footerHeading",
              "exitCodeList",
              "exitCodeListHeading",
              "synopsisHeading",
              "commandListHeading")) {
        names.add("usage." + part);
      }
      command.args().forEach(each -> names.addAll(names(each)));
      names.forEach(
          name -> {
            known.add(name);
            known.add(command.qualifiedName(".") + "." + name);
          });
    }
    Set<String> idle = new TreeSet<>();
    // Fields of the API describe options as well, but need not be options.
    for (String key : Messages.of(Language.EN).keys()) {
      if (key.startsWith("help.")
          && !known.contains(key.substring("help.".length()).replaceFirst("\\.\\d+$", ""))) {
        idle.add(key);
      }
    }
    assertEquals(Set.of(), idle);
  }

  private static List<String> names(ArgSpec argument) {
    List<String> names = new ArrayList<>();
    if (argument.descriptionKey() != null) {
      names.add(argument.descriptionKey());
    }
    switch (argument) {
      case OptionSpec option -> {
        for (String name : option.names()) {
          names.add(name.replaceFirst("^-+", ""));
        }
      }
      case PositionalParamSpec place -> names.add(place.paramLabel() + "[" + place.index() + "]");
      default -> throw new AssertionError(argument);
    }
    return names;
  }
}
