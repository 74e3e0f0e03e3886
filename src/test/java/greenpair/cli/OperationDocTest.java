package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import greenpair.program.ProgramStore;
import greenpair.program.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drill and the exit codes of docs/operation.md.
class OperationDocTest {
  private static final Pattern DRILL =
      Pattern.compile("\\*\\*Drill\\.\\*\\*(?s:.*?)```sh\n((?s:.*?))```");

  @TempDir private Path folder = Path.of("");

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/operation.md"));
  }

  @Test
  void drill_restoresTheData_thatThenAnswer() throws IOException {
    Path data = folder.resolve("data");
    Workbench.copyDemonstration(data);
    assertEquals(
        Exit.OK, Ran.on(data, "token", "create", "--name", "Ada", "--role", "operator").code());
    Matcher drill = DRILL.matcher(page());
    assertTrue(drill.find());
    List<String> said = new ArrayList<>();
    for (String line : drill.group(1).lines().toList()) {
      String command =
          line.replaceFirst(" *#.*", "")
              .replaceFirst("greenpair ", "")
              .replace("catalog.jsonl", "fixtures")
              .replace("drill.zip", folder.resolve("drill.zip").toString())
              .replaceFirst("drill$", folder.resolve("drill").toString());
      Ran ran =
          command.contains("--data")
              ? Ran.of(command.split(" "))
              : Ran.on(data, command.split(" "));
      assertEquals(Exit.OK, ran.code(), command + ": " + ran);
      said.add(ran.out());
    }
    assertTrue(said.stream().anyMatch(each -> each.endsWith("ready\n")), said.toString());
    assertTrue(said.getLast().contains("cn-jilin"), said.getLast());
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(folder.resolve("drill")))) {
      assertTrue(store.read(all -> all.audit().last("token.create")).isPresent());
    }
  }

  @Test
  void exitCodes_areThoseOfTheHelp() throws IOException {
    String help = Ran.of("--help").out();
    Matcher rows = Pattern.compile("(?m)^\\| ([0-6]) \\| ([^|;]*)").matcher(page());
    int count = 0;
    while (rows.find()) {
      String meaning = Objects.requireNonNull(rows.group(2)).replace("`", "").strip();
      assertTrue(help.contains(rows.group(1) + "   " + meaning), meaning);
      count++;
    }
    assertEquals(7, count);
  }
}
