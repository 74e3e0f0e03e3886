package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  /// Only looked at: making it takes longer than a test.
  private static final CommandLine PROGRAM = Main.commandLine(Language.EN);

  /// Every command and each command in a command, as its words.
  static Stream<List<String>> commands() {
    return below(List.of(), PROGRAM);
  }

  private static CommandLine command(List<String> words) {
    CommandLine command = PROGRAM;
    for (String word : words) {
      command = Objects.requireNonNull(command.getSubcommands().get(word));
    }
    return command;
  }

  private static Stream<List<String>> below(List<String> words, CommandLine command) {
    return command.getSubcommands().entrySet().stream().flatMap(each -> with(words, each));
  }

  private static Stream<List<String>> with(
      List<String> words, Map.Entry<String, CommandLine> command) {
    List<String> all = Stream.concat(words.stream(), Stream.of(command.getKey())).toList();
    return Stream.concat(Stream.of(all), below(all, command.getValue()));
  }

  /// A command that is named is made without the others.
  @Test
  void usage_ofACommandAlone_isThatAmongAll() {
    for (String name : PROGRAM.getSubcommands().keySet()) {
      CommandLine alone =
          Objects.requireNonNull(
              Main.commandLine(Language.EN, name, "x").getSubcommands().get(name));
      assertEquals(command(List.of(name)).getUsageMessage(), alone.getUsageMessage());
      assertEquals(
          command(List.of(name)).getSubcommands().keySet(), alone.getSubcommands().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_ofEveryCommand_showsAnExampleThatCallsIt(List<String> words) {
    Ran help = Ran.of(Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new));
    assertEquals(Exit.OK, help.code(), help::toString);
    assertEquals("", help.err());
    String calls = "greenpair " + String.join(" ", words);
    assertTrue(help.out().startsWith("Usage: " + calls + " "), help.out());
    int examples = help.out().indexOf("\nExample");
    assertTrue(examples > 0, help.out());
    assertTrue(help.out().substring(examples).contains("\n  " + calls), help.out());
    for (String line : help.out().substring(examples + 1).lines().skip(1).toList()) {
      assertTrue(line.isEmpty() || line.startsWith("  "), "an example that wraps: " + line);
    }
  }

  @Test
  void help_ofTheProgram_listsEveryCommandOnceUnderAtMostTwelveTasks() {
    List<String> names =
        Stream.of(Commands.values()).flatMap(each -> each.names().stream()).toList();
    assertEquals(PROGRAM.getSubcommands().keySet(), Set.copyOf(names));
    assertEquals(names.size(), Set.copyOf(names).size());
    assertTrue(Commands.values().length <= 12);
    String help = Ran.of("--help").out();
    for (String name : names) {
      assertTrue(help.lines().anyMatch(line -> line.startsWith("  " + name + " ")), name);
    }
  }

  @Test
  void manual_hasEveryCommand_andEscapesForMan() {
    String page = Ran.of("man").out();
    assertTrue(page.startsWith(".TH GREENPAIR 1\n"), page);
    commands()
        .forEach(
            words ->
                assertTrue(page.contains("\n.SH greenpair " + String.join(" ", words) + "\n")));
    assertTrue(page.contains("\\-\\-lang"), page);
  }

  @Test
  void optionWithoutItsOther_isWrongUsageAndSaysHow() {
    Ran ran = Ran.of("reindex", "--force", "they did close");
    assertEquals(Exit.USAGE, ran.code(), ran::toString);
    assertTrue(ran.err().contains("--force requires --reason"), ran.err());
    Ran unread = Ran.of("reindex", "--gazetteer", "places");
    assertEquals(Exit.USAGE, unread.code(), unread::toString);
    assertTrue(unread.err().contains("--gazetteer requires --sources"), unread.err());
  }

  @Test
  void help_ofTheProgram_listsExitCodesAndChineseExamples() {
    Ran help = Ran.of("--help");
    assertEquals(Exit.OK, help.code());
    for (String line :
        List.of(
            "0   done",
            "1   failed for a reason outside the request",
            "2   wrong usage",
            "3   bad data or configuration",
            "4   what an argument names does not exist",
            "5   no generation to serve",
            "6   another reindex, backup or rollback is running")) {
      assertTrue(help.out().contains(line), help.out());
    }
    assertTrue(help.out().contains("greenpair search 煤改电"), help.out());
  }

  @Test
  void unknownCommand_isWrongUsage_andNamesTheNearest() {
    assertEquals(Exit.USAGE, Ran.of("help", "nosuch").code());
    assertEquals(Exit.USAGE, Ran.of("help", "token", "nosuch").code());
    Ran ran = Ran.of("recomend", "cn-jilin");
    assertEquals(Exit.USAGE, ran.code());
    assertTrue(ran.err().contains("recomend"), ran.err());
    assertTrue(ran.err().contains("did you mean \"recommend\""), ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recommend",
        "search",
        "explain",
        "explain cn-jilin",
        "validate",
        "eval score",
        "source check",
        "source convert --out x.jsonl"
      })
  void command_withoutWhatItNeeds_isWrongUsageAndNamesIt(String command) {
    Ran ran = Ran.of(command.split(" "));
    assertEquals(Exit.USAGE, ran.code(), ran::toString);
    assertTrue(ran.err().startsWith("greenpair: missing "), ran.err());
    assertEquals("", ran.out());
  }
}
